import { html } from 'hono/html'
import type { PendingDebit } from '../../admin/admin'
import { formatMoney } from '../../money/format'
import { formatMoment } from '../document/dates'
import { capitalized, methodWords } from '../document/payment-words'
import { type Links, pathOf } from '../frame/links'
import type { Html } from '../frame/page'

/** Debits on their way; a bank would take days to say whether they arrive. Nothing is shown while there are none. */
export function debitSection(links: Links, debits: PendingDebit[]): Html | undefined {
  if (debits.length === 0) return undefined
  return html`<section class="paper stack" aria-labelledby="debits">
    <h2 id="debits">Waiting for the bank</h2>
    <table>
      <thead><tr>
        <th scope="col">Invoice</th><th scope="col" class="wide">From</th><th scope="col" class="wide">Since (UTC)</th>
        <th scope="col" class="number">Amount</th><th scope="col">The bank</th>
      </tr></thead>
      <tbody>${debits.map((debit) => debitRow(links, debit))}</tbody>
    </table>
  </section>`
}

function debitRow(links: Links, { account, intent, invoice, method }: PendingDebit): Html {
  const number = invoice?.number ?? intent.id
  const page = invoice?.hosted_invoice_url
  return html`<tr>
    <td><a href="${page ? pathOf(page) : links.object(account, intent.id)}">${number}</a></td>
    <td class="wide">${method ? capitalized(methodWords(method)) : 'Bank account'}</td>
    <td class="wide nowrap muted">${formatMoment(intent.created)}</td>
    <td class="number">${formatMoney(intent.amount, intent.currency)}</td>
    <td>
      <form method="post" action="${links.debit(intent.id)}" class="steps">
        <button class="quiet" name="answer" value="settle" aria-label="Settle ${number}">Settle</button>
        <button class="quiet" name="answer" value="fail" aria-label="Fail ${number}">Fail</button>
      </form>
    </td>
  </tr>`
}
