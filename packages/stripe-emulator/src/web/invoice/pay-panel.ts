import { html } from 'hono/html'
import type { HostedInvoice } from '../../admin/admin'
import { businessName } from '../document/party'
import type { Links } from '../frame/links'
import type { Html } from '../frame/page'
import type { Attempt } from '../pay/attempt'
import { METHOD_LABEL, methodsOf, type PayMethod } from '../pay/methods'
import { payForm } from '../pay/pay-form'
import { owedMoney } from './state'
import type { InvoiceView } from './view'

/** Renders the ways to pay, one of them open. */
export function payPanel({ hosted, links, token }: InvoiceView, attempt: Attempt): Html {
  const methods = methodsOf(hosted.invoice)
  const isRefused = Object.keys(attempt.problems).length > 0
  if (methods.length === 0)
    return html`<p>${`Please ask ${businessName(hosted)} how to pay: none of the ways this invoice allows can be shown here.`}</p>`
  const form = {
    action: links.pay(token),
    amount: owedMoney(hosted),
    business: businessName(hosted),
    attempt,
  }
  return html`<div class="stack">
    ${!isRefused && lastAttempt(links, hosted)}
    ${methods.length > 1 && methodNav(links, token, methods, attempt.method)}
    ${payForm(form)}
  </div>`
}

function methodNav(links: Links, token: string, methods: PayMethod[], current: PayMethod): Html {
  return html`<nav class="choice" aria-label="How to pay">${methods.map(
    (method) =>
      html`<a href="${links.payWith(token, method)}"${method === current && html` aria-current="true"`}>${METHOD_LABEL[method]}</a>`,
  )}</nav>`
}

/** How the last attempt was left: waiting for its bank's customer, or refused. */
function lastAttempt(links: Links, { intent }: HostedInvoice): Html | undefined {
  if (intent?.status === 'requires_action')
    return html`<div class="note">
      <p>Your bank asks you to confirm the last payment.</p>
      <p><a class="button" href="${links.authenticate(intent.id)}">Confirm the payment</a></p>
    </div>`
  const message = intent?.last_payment_error?.message
  return message ? html`<p class="alert"><strong>The last payment failed.</strong> ${message}</p>` : undefined
}
