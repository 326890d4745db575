import { html } from 'hono/html'
import type { HostedInvoice } from '../../admin/admin'
import type { OutboxEmail } from '../../state/kinds'
import { formatMoment } from '../document/dates'
import { businessName } from '../document/party'
import { factList } from '../frame/field'
import type { Links } from '../frame/links'
import { type Html, page } from '../frame/page'
import { panelPage } from '../panel/page'
import { emailBody } from './email'

const KIND_LABEL: Record<OutboxEmail['kind'], string> = {
  invoice: 'Invoice',
  receipt: 'Receipt',
  credit_note: 'Credit note',
  payment_failed: 'Payment failed',
  action_required: 'Action required',
}

/** Renders e-mails Stripe would have sent, newest first. */
export function outboxPage(links: Links, emails: OutboxEmail[]): Html {
  const list = html`<table>
    <thead><tr><th scope="col">Subject</th><th scope="col" class="wide">Kind</th><th scope="col" class="wide">To</th><th scope="col" class="wide">Sent</th></tr></thead>
    <tbody>${emails.map(
      (email) => html`<tr>
        <td><a href="${links.email(email.id)}">${email.subject}</a><p class="brief">${email.to}</p></td>
        <td class="wide nowrap muted">${KIND_LABEL[email.kind]}</td>
        <td class="wide">${email.to}</td>
        <td class="wide nowrap muted">${formatMoment(email.created)}</td>
      </tr>`,
    )}</tbody>
  </table>`
  return panelPage(
    links,
    'outbox',
    html`<section class="paper stack" aria-label="E-mails">
      <p class="muted small">E-mails that Stripe would have sent. None of them left this machine. Times are UTC.</p>
      ${emails.length === 0 ? html`<p class="empty">No e-mail yet. Send an invoice and it appears here.</p>` : list}
    </section>`,
  )
}

export function emailPage(links: Links, email: OutboxEmail, hosted: HostedInvoice): Html {
  return page(
    links,
    email.subject,
    html`<main class="narrow">
      <p><a href="${links.outbox}">All e-mails</a></p>
      ${factList([
        { label: 'From', value: businessName(hosted) },
        { label: 'To', value: email.to },
        { label: 'Subject', value: email.subject },
        { label: 'Sent', value: `${formatMoment(email.created)} UTC` },
      ])}
      ${emailBody({ links, email, hosted })}
    </main>`,
  )
}
