import { html } from 'hono/html'
import type { Desk } from '../desk'
import type { Links } from './links'
import { formatMoney } from './money'
import type { Html } from './page'

type Invoice = ReturnType<Desk['invoices']>[number]

const STATUSES = ['open', 'draft', 'paid', 'uncollectible', 'void']
const SHOWN_PER_STATUS = 10

/** The newest invoices of each status. */
export function invoiceSection(links: Links, account: string, invoices: Invoice[]): Html {
  const groups = STATUSES.map((status) => invoices.filter((invoice) => invoice.status === status))
  const shown = groups.flatMap((group) => group.slice(0, SHOWN_PER_STATUS))
  if (shown.length === 0) return html`<p class="empty">No invoice yet.</p>`
  return html`<div class="scroll" role="region" aria-label="Invoices of ${account}" tabindex="0"><table>
    <caption>Invoices</caption>
    <thead><tr>
      <th scope="col">Number</th><th scope="col">Customer</th><th scope="col">Status</th>
      <th scope="col" class="number">Total</th><th scope="col">JSON</th>
    </tr></thead>
    <tbody>${shown.map((invoice) => invoiceRow(links, account, invoice))}</tbody>
  </table></div>
  ${shown.length < invoices.length && html`<p class="muted small">${shown.length} of ${invoices.length} shown, the newest of each status.</p>`}`
}

function invoiceRow(links: Links, account: string, invoice: Invoice): Html {
  const { hosted_invoice_url: hosted, number, status, total, currency } = invoice
  return html`<tr>
    <td class="nowrap">${hosted ? html`<a href="${new URL(hosted).pathname}">${number}</a>` : 'No number yet'}</td>
    <td>${invoice.customer_name ?? invoice.customer_email}</td>
    <td><span class="state ${status}">${status}</span></td>
    <td class="number">${formatMoney(total, currency)}</td>
    <td class="nowrap"><a href="${links.object(account, invoice.id)}">${invoice.id}</a></td>
  </tr>`
}
