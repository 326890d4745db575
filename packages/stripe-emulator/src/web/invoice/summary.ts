import { html } from 'hono/html'
import type { HostedInvoice } from '../../admin/admin'
import { formatMoney } from '../../money/format'
import { formatDay } from '../document/dates'
import { businessName, zoneOf } from '../document/party'
import { receiptText } from '../document/payment-words'
import { bigMoney } from '../frame/big-money'
import type { Html } from '../frame/page'
import { type PageState, STATE_LABEL, stateOf } from './state'
import type { InvoiceView } from './view'

/** Renders who asks, for how much, until when, and how it stands. */
export function summary(view: InvoiceView): Html {
  const { hosted, links, token } = view
  const { invoice, charge } = hosted
  const state = stateOf(hosted)
  return html`<div class="summary">
    <div>
      <h1 id="business">${businessName(hosted)}</h1>
      <p class="muted">Invoice ${invoice.number}</p>
    </div>
    ${bigMoney(state === 'paid' ? invoice.amount_paid : invoice.amount_remaining, invoice.currency)}
    <p class="standing"><span class="state ${state}">${STATE_LABEL[state]}</span>${dueWords(view)}</p>
    ${state === 'partly_paid' && html`<p class="small">${partWords(hosted)}</p>`}
    <p class="ways">
      <a href="${links.pdf(token)}">Download invoice PDF</a>
      ${charge && html`<a href="${links.receipt(charge.id)}">View receipt</a>`}
    </p>
  </div>`
}

function dueWords({ hosted }: InvoiceView): Html | undefined {
  const { due_date } = hosted.invoice
  const state = stateOf(hosted)
  if (state !== 'open' && state !== 'partly_paid') return undefined
  if (due_date === null) return html`<span class="muted">Due on receipt</span>`
  const day = formatDay(due_date, zoneOf(hosted))
  return due_date < hosted.now
    ? html`<span class="late">Was due ${day}</span>`
    : html`<span class="muted">Due ${day}</span>`
}

function partWords({ invoice }: HostedInvoice): string {
  const money = (amountMinor: number) => formatMoney(amountMinor, invoice.currency)
  return `${money(invoice.amount_paid)} of ${money(invoice.amount_due)} is paid.`
}

/** Renders what there is to say when nothing can be paid. */
export function endWords(view: InvoiceView): Html {
  return END_WORDS[stateOf(view.hosted)](view)
}

const nothing = () => html``

const END_WORDS: Record<PageState, (view: InvoiceView) => Html> = {
  open: nothing,
  partly_paid: nothing,
  processing: () =>
    html`<p class="calm">Your payment was accepted and is on its way. Bank debits take a few days; there is nothing more to do.</p>`,
  paid: ({ hosted }) => html`<p class="done">${receiptText(hosted)}</p>`,
  void: ({ hosted, links }) =>
    html`<div class="stack">
      <p>This invoice was withdrawn. It is no longer payable.</p>
      ${hosted.replacement && html`<p><a class="button" href="${links.invoice(hosted.replacement.token)}">Open invoice ${hosted.replacement.number}</a></p>`}
    </div>`,
  uncollectible: ({ hosted }) =>
    html`<p>This invoice is closed and no longer payable here. Please contact ${businessName(hosted)}.</p>`,
}
