import { html } from 'hono/html'
import type { HostedInvoice } from '../../admin/admin'
import { creditRows, type HistoryRow, paymentRows } from '../document/history'
import { isPaidAtOnce } from '../document/payment-words'
import { type Links, pathOf } from '../frame/links'
import type { Html } from '../frame/page'

/**
 * Renders what was paid and credited so far, each with the document that proves it. One payment of all needs no list.
 */
export function historySection(links: Links, hosted: HostedInvoice): Html {
  const isToldAbove = hosted.invoice.status === 'paid' && isPaidAtOnce(hosted)
  return html`${list('Payments', isToldAbove ? [] : paymentRows(hosted), ({ charge }) =>
    charge ? html`<a href="${links.receipt(charge)}">Receipt</a>` : undefined,
  )}${list('Credit notes', creditRows(hosted), ({ pdf }) =>
    pdf ? html`<a href="${pathOf(pdf)}">PDF</a>` : undefined,
  )}`
}

function list(
  title: string,
  rows: HistoryRow[],
  proof: (row: HistoryRow) => Html | undefined,
): Html | undefined {
  if (rows.length === 0) return undefined
  return html`<div class="history"><h2>${title}</h2>
    <ul>${rows.map(
      (row) => html`<li>
        <div>${row.what}<p class="muted">${row.when} ${proof(row)}</p></div>
        <span>${row.amount}</span>
      </li>`,
    )}</ul>
  </div>`
}
