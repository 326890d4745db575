import { html } from 'hono/html'
import type { HostedInvoice, OutboxEmail } from '../desk'
import { formatDay } from './dates'
import { lineTable, totalList } from './invoice-sheet'
import type { Links } from './links'
import { formatMoneyInFull } from './money'
import type { Html } from './page'
import { businessName, zoneOf } from './party'
import { receiptText } from './receipt'
import { type Sheet, sheetOf } from './sheet'

/** The message as its reader would see it. */
export function emailBody(links: Links, email: OutboxEmail, hosted: HostedInvoice): Html {
  const sheet = sheetOf(hosted)
  return html`<article class="paper sheet" aria-label="Message">
    ${EMAIL_HEAD[email.kind](links, email, hosted)}
    <div>${lineTable(sheet)}${totalList(sheet.totals)}</div>
    ${contact(sheet)}
  </article>`
}

const EMAIL_HEAD: Record<
  OutboxEmail['kind'],
  (links: Links, email: OutboxEmail, hosted: HostedInvoice) => Html
> = {
  invoice: invoiceHead,
  receipt: receiptHead,
}

function invoiceHead(links: Links, { token }: OutboxEmail, hosted: HostedInvoice): Html {
  const { invoice } = hosted
  const due = invoice.due_date === null ? '' : `Due ${formatDay(invoice.due_date, zoneOf(hosted))}`
  return html`<div class="stack">
    <h1>Invoice from ${businessName(hosted)}</h1>
    <p class="amount">${formatMoneyInFull(invoice.amount_due, invoice.currency)}</p>
    <p class="muted">${due}</p>
    ${invoice.description && html`<p class="words">${invoice.description}</p>`}
    <p><a class="button" href="${links.invoice(token)}">Pay this invoice</a></p>
    <p class="small"><a href="${links.pdf(token)}">Download invoice PDF</a></p>
    <p class="muted small">Invoice number ${invoice.number}</p>
  </div>`
}

function receiptHead(links: Links, { token }: OutboxEmail, hosted: HostedInvoice): Html {
  const { invoice } = hosted
  return html`<div class="stack">
    <h1>Receipt from ${businessName(hosted)}</h1>
    <p class="amount">${formatMoneyInFull(invoice.amount_paid, invoice.currency)}</p>
    <p class="muted">${receiptText(hosted)}</p>
    <p class="small"><a href="${links.invoice(token)}">View invoice ${invoice.number}</a></p>
  </div>`
}

function contact({ business, sender }: Sheet): Html {
  const email = sender.find((line) => line.includes('@'))
  const words = email ? `Questions? Contact ${business} at ${email}.` : `Questions? Reply to ${business}.`
  return html`<p class="muted small">${words}</p>`
}
