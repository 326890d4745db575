import { html } from 'hono/html'
import type { HostedInvoice, OutboxEmail } from '../desk'
import { formatMoment } from './dates'
import { emailBody } from './email'
import type { Links } from './links'
import { type Html, page } from './page'

/** E-mails Stripe would have sent, newest first. */
export function outboxPage(links: Links, emails: OutboxEmail[]): Html {
  const list = html`<table>
    <thead><tr><th scope="col">Subject</th><th scope="col">To</th><th scope="col" class="wide">Sent</th></tr></thead>
    <tbody>${emails.map(
      (email) => html`<tr>
        <td><a href="${links.email(email.id)}">${email.subject}</a></td>
        <td>${email.to}</td>
        <td class="wide nowrap">${formatMoment(email.created)}</td>
      </tr>`,
    )}</tbody>
  </table>`
  return page(
    links,
    'Outbox',
    html`<main>
      <section class="paper stack">
        <h1>Outbox</h1>
        <p class="muted small">E-mails that Stripe would have sent. None of them left this machine. Times are UTC.</p>
        ${emails.length === 0 ? html`<p class="empty">No e-mail yet. Send an invoice and it appears here.</p>` : list}
      </section>
    </main>`,
  )
}

export function emailPage(links: Links, email: OutboxEmail, hosted: HostedInvoice): Html {
  return page(
    links,
    email.subject,
    html`<main class="narrow">
      <p><a href="${links.outbox}">All e-mails</a></p>
      <dl class="facts">
        <div><dt>To</dt><dd>${email.to}</dd></div>
        <div><dt>Subject</dt><dd>${email.subject}</dd></div>
        <div><dt>Sent</dt><dd>${formatMoment(email.created)} UTC</dd></div>
      </dl>
      ${emailBody(links, email, hosted)}
    </main>`,
  )
}
