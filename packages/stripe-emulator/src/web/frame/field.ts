import { html } from 'hono/html'
import type { Html } from './page'

export interface Field {
  name: string
  label: string
  hint?: string
  value?: string
  problem?: string | undefined
  isFocused?: boolean
  isRequired?: boolean
  autocomplete?: string
  inputmode?: 'numeric' | 'email'
  type?: 'text' | 'datetime-local'
}

/** Renders a labelled input; what is wrong with it stands below and is tied to it. */
export function field(given: Field): Html {
  const { name, label, hint, value = '', problem, autocomplete = 'off', inputmode, type = 'text' } = given
  return html`<div>
    <label for="${name}">${label}${hint && html` <span class="hint">(${hint})</span>`}</label>
    <input id="${name}" name="${name}" type="${type}" value="${value}" autocomplete="${autocomplete}"
      maxlength="100"${inputmode && html` inputmode="${inputmode}"`}${given.isRequired && html` required`}${given.isFocused && html` autofocus`}${problem && html` aria-invalid="true" aria-describedby="${name}-problem"`}>
    ${problem && html`<p class="problem" id="${name}-problem">${problem}</p>`}
  </div>`
}

/** Definitions side by side: a name, and what it is. */
export function factList(facts: { label: string; value: string | Html }[]): Html {
  return html`<dl class="facts">${facts.map(
    ({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`,
  )}</dl>`
}
