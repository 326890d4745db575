import { html } from 'hono/html'
import { type Field, field } from '../frame/field'
import type { Html } from '../frame/page'
import type { Attempt, Problems, Typed } from './attempt'
import type { PayMethod } from './methods'
import { testInstruments } from './test-instruments'

type Entry = Field & { name: keyof Typed }

const NAME_ON_CARD: Entry = {
  name: 'name',
  label: 'Name on card',
  hint: 'optional',
  autocomplete: 'cc-name',
}
const OWNER: Entry[] = [
  { name: 'name', label: 'Account holder', autocomplete: 'name', isRequired: true },
  { name: 'email', label: 'E-mail', autocomplete: 'email', inputmode: 'email', isRequired: true },
]

/** The fields of each form, those in a row of two as a pair. */
const FIELDS: Record<PayMethod, (Entry | [Entry, Entry])[]> = {
  card: [
    { ...numeric('number', 'Card number'), autocomplete: 'cc-number' },
    [
      { ...numeric('expiry', 'Expiry'), hint: 'MM / YY', autocomplete: 'cc-exp' },
      { ...numeric('cvc', 'Security code'), hint: 'CVC', autocomplete: 'cc-csc' },
    ],
    NAME_ON_CARD,
  ],
  us_bank_account: [
    [numeric('routing_number', 'Routing number'), numeric('account_number', 'Account number')],
    ...OWNER,
  ],
  sepa_debit: [{ name: 'iban', label: 'IBAN', isRequired: true }, ...OWNER],
}

const HEADING: Record<PayMethod, string> = {
  card: 'Pay by card',
  us_bank_account: 'Pay from a US bank account',
  sepa_debit: 'Pay by SEPA Direct Debit',
}

export interface PayForm {
  action: string
  /** "$120.00 USD" */
  amount: string
  business: string
  attempt: Attempt
}

/** Keeps what was typed after a refusal, except the security code, which is never sent back. */
export function payForm({ action, amount, business, attempt }: PayForm): Html {
  const { method, typed, problems } = attempt
  const focused = Object.keys(problems)[0]
  const input = (entry: Entry) =>
    field({
      ...entry,
      value: entry.name === 'cvc' ? '' : typed[entry.name],
      problem: problems[entry.name],
      isFocused: entry.name === focused,
    })
  return html`<form method="post" action="${action}" novalidate aria-labelledby="pay">
    <h2 id="pay">${HEADING[method]}</h2>
    ${problemSummary(problems)}
    <input type="hidden" name="method" value="${method}">
    ${FIELDS[method].map((entry) =>
      Array.isArray(entry) ? html`<div class="two">${entry.map(input)}</div>` : input(entry),
    )}
    ${method !== 'card' && html`<p class="muted small">${mandate(business)}</p>`}
    <button>Pay ${amount}</button>
    ${testInstruments(method)}
  </form>`
}

function mandate(business: string): string {
  return `By paying you allow ${business} to take this amount from your account. It arrives within some days, and until then the invoice shows as processing.`
}

function problemSummary(problems: Problems): Html | undefined {
  const messages = Object.entries(problems)
  if (messages.length === 0) return undefined
  return html`<div class="alert" role="alert"><strong>The payment did not go through.</strong>
    <ul>${messages.map(([name, message]) => html`<li><a href="#${name}">${message}</a></li>`)}</ul>
  </div>`
}

function numeric(name: Entry['name'], label: string): Entry {
  return { name, label, inputmode: 'numeric', isRequired: true }
}
