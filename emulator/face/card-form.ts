import { html } from 'hono/html'
import type { CardProblems, TypedCard } from './card'
import type { Html } from './page'
import { testCards } from './test-cards'

/** A refused attempt: what was typed and why it was refused. */
export interface Attempt {
  typed: TypedCard
  problems: CardProblems
}

interface Field {
  name: keyof TypedCard
  label: string
  hint?: string
  autocomplete: string
  isNumeric?: boolean
}

const NUMBER: Field = { name: 'number', label: 'Card number', autocomplete: 'cc-number', isNumeric: true }
const EXPIRY: Field = {
  name: 'expiry',
  label: 'Expiry',
  hint: 'MM / YY',
  autocomplete: 'cc-exp',
  isNumeric: true,
}
const CVC: Field = {
  name: 'cvc',
  label: 'Security code',
  hint: 'CVC',
  autocomplete: 'cc-csc',
  isNumeric: true,
}
const NAME: Field = { name: 'name', label: 'Name on card', hint: 'optional', autocomplete: 'cc-name' }

/** Keeps what was typed after a refusal, except the security code, which is never sent back. */
export function cardForm(action: string, amount: string, attempt: Attempt): Html {
  const focused = Object.keys(attempt.problems)[0]
  const input = (field: Field) => cardField(field, attempt, field.name === focused)
  return html`<form method="post" action="${action}" novalidate aria-labelledby="pay-by-card">
    <h2 id="pay-by-card">Pay by card</h2>
    ${problemSummary(attempt.problems)}
    ${input(NUMBER)}
    <div class="two">${input(EXPIRY)}${input(CVC)}</div>
    ${input(NAME)}
    <button>Pay ${amount}</button>
    ${testCards()}
  </form>`
}

function problemSummary(problems: CardProblems): Html | undefined {
  const messages = Object.entries(problems)
  if (messages.length === 0) return undefined
  return html`<div class="alert" role="alert"><strong>The payment did not go through.</strong>
    <ul>${messages.map(([field, message]) => html`<li><a href="#${field}">${message}</a></li>`)}</ul>
  </div>`
}

function cardField(field: Field, { typed, problems }: Attempt, isFocused: boolean): Html {
  const problem = field.name === 'name' ? undefined : problems[field.name]
  const value = field.name === 'cvc' ? '' : typed[field.name]
  return html`<div>
    <label for="${field.name}">${field.label}${field.hint && html` <span class="hint">(${field.hint})</span>`}</label>
    <input id="${field.name}" name="${field.name}" value="${value}" autocomplete="${field.autocomplete}"
      maxlength="100"${field.isNumeric && html` inputmode="numeric" required`}${isFocused && html` autofocus`}${problem && html` aria-invalid="true" aria-describedby="${field.name}-problem"`}>
    ${problem && html`<p class="problem" id="${field.name}-problem">${problem}</p>`}
  </div>`
}
