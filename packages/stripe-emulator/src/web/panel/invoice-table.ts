import { html } from 'hono/html'
import type { Admin } from '../../admin/admin'
import { formatMoney } from '../../money/format'
import { type Links, pathOf } from '../frame/links'
import type { Html } from '../frame/page'

type Invoice = ReturnType<Admin['invoices']>[number]

/** Renders the newest invoices: to their pages, and to their JSON. */
export function invoiceTable(links: Links, account: string, invoices: Invoice[]): Html {
  if (invoices.length === 0) return html`<p class="empty">No invoice yet.</p>`
  return html`<table>
    <caption>Latest invoices</caption>
    <thead><tr>
      <th scope="col">Number</th><th scope="col" class="wide">Customer</th><th scope="col">Status</th>
      <th scope="col" class="number">Total</th><th scope="col" class="wide">JSON</th>
    </tr></thead>
    <tbody>${invoices.map((invoice) => invoiceRow(links, account, invoice))}</tbody>
  </table>`
}

function invoiceRow(links: Links, account: string, invoice: Invoice): Html {
  const { hosted_invoice_url: hosted, number, status, total, currency } = invoice
  const customer = invoice.customer_name ?? invoice.customer_email
  return html`<tr>
    <td>${hosted ? html`<a href="${pathOf(hosted)}">${number}</a>` : html`<span class="muted">Draft</span>`}<p class="brief">${customer}</p></td>
    <td class="wide">${customer}</td>
    <td><span class="state ${status}">${status}</span></td>
    <td class="number">${formatMoney(total, currency)}</td>
    <td class="wide nowrap"><a href="${links.object(account, invoice.id)}">${invoice.id}</a></td>
  </tr>`
}
