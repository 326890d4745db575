import { html } from 'hono/html'
import type { HostedInvoice } from '../../admin/admin'
import type { OutboxEmail } from '../../state/kinds'
import { formatDay } from '../document/dates'
import { documentOf } from '../document/document'
import { businessName, contactEmail, zoneOf } from '../document/party'
import { receiptText } from '../document/payment-words'
import { bigMoney } from '../frame/big-money'
import { type Links, pathOf } from '../frame/links'
import type { Html } from '../frame/page'
import { lineTable, totalList } from '../invoice/invoice-document'

interface Letter {
  links: Links
  email: OutboxEmail
  hosted: HostedInvoice
}

/** Renders the message as its reader would see it. */
export function emailBody(letter: Letter): Html {
  const { email, hosted } = letter
  const document = documentOf(hosted)
  return html`<article class="paper sheet" aria-label="Message">
    <div class="stack">${HEAD[email.kind](letter)}</div>
    ${email.kind !== 'credit_note' && html`<div>${lineTable(document)}${totalList(document.totals)}</div>`}
    <p class="muted small">${contact(hosted)}</p>
  </article>`
}

const HEAD: Record<OutboxEmail['kind'], (letter: Letter) => Html> = {
  invoice: ({ links, email, hosted }) =>
    html`${opening(`Invoice from ${businessName(hosted)}`, hosted, hosted.invoice.amount_due)}
      ${hosted.invoice.due_date !== null && html`<p class="muted">Due ${formatDay(hosted.invoice.due_date, zoneOf(hosted))}</p>`}
      ${hosted.invoice.description && html`<p class="words">${hosted.invoice.description}</p>`}
      ${button(links.invoice(email.token), 'Pay this invoice')}
      ${ways(links, email, hosted)}`,

  receipt: ({ links, email, hosted }) =>
    html`${opening(`Receipt from ${businessName(hosted)}`, hosted, hosted.invoice.amount_paid)}
      <p class="muted">${receiptText(hosted)}</p>
      <p class="ways small">
        ${hosted.charge && html`<a href="${links.receipt(hosted.charge.id)}">View receipt</a>`}
        <a href="${links.invoice(email.token)}">View invoice ${hosted.invoice.number}</a>
      </p>`,

  credit_note: noteHead,

  payment_failed: ({ links, email, hosted }) =>
    html`${opening(`Your payment to ${businessName(hosted)} was unsuccessful`, hosted, hosted.invoice.amount_remaining)}
      ${email.reason && html`<p class="alert">${email.reason}</p>`}
      <p>No money was taken. You can try again, with the same or another way to pay.</p>
      ${button(links.invoice(email.token), 'Pay this invoice')}
      ${ways(links, email, hosted)}`,

  action_required: ({ links, email, hosted }) =>
    html`${opening(`Confirm your payment to ${businessName(hosted)}`, hosted, hosted.invoice.amount_remaining)}
      <p>Your bank wants to hear from you before it lets this payment through.</p>
      ${button(links.invoice(email.token), 'Confirm the payment')}
      ${ways(links, email, hosted)}`,
}

/** A note that was voided since is only named. */
function noteHead({ links, email, hosted }: Letter): Html {
  const { invoice, creditNotes } = hosted
  const note = creditNotes.find(({ id }) => id === email.creditNote)
  return html`<h1>Credit note from ${businessName(hosted)}</h1>
    ${note && bigMoney(note.total, note.currency)}
    <p class="muted">${note ? `Credit note ${note.number} for invoice ${invoice.number}` : `It was for invoice ${invoice.number}, and has been voided since.`}</p>
    ${note?.memo && html`<p class="words">${note.memo}</p>`}
    ${note && button(pathOf(note.pdf), 'Download credit note PDF')}
    <p class="small"><a href="${links.invoice(email.token)}">View invoice ${invoice.number}</a></p>`
}

function opening(title: string, { invoice }: HostedInvoice, amountMinor: number): Html {
  return html`<h1>${title}</h1>${bigMoney(amountMinor, invoice.currency)}`
}

function button(href: string, words: string): Html {
  return html`<p><a class="button" href="${href}">${words}</a></p>`
}

function ways(links: Links, { token }: OutboxEmail, { invoice }: HostedInvoice): Html {
  return html`<p class="ways small"><a href="${links.pdf(token)}">Download invoice PDF</a>
    <span class="muted">Invoice number ${invoice.number}</span></p>`
}

function contact(hosted: HostedInvoice): string {
  const business = businessName(hosted)
  const email = contactEmail(hosted.account)
  return email ? `Questions? Contact ${business} at ${email}.` : `Questions? Reply to ${business}.`
}
