import { html } from 'hono/html'
import type { HostedInvoice } from '../desk'
import { EMPTY_CARD } from './card'
import { type Attempt, cardForm } from './card-form'
import { formatDay } from './dates'
import { invoiceSheet } from './invoice-sheet'
import type { Links } from './links'
import { formatMoneyInFull } from './money'
import { type Html, page } from './page'
import { businessName, zoneOf } from './party'
import { receiptText } from './receipt'
import { sheetOf } from './sheet'

export interface InvoiceView {
  links: Links
  token: string
  hosted: HostedInvoice
  /** Unix seconds. */
  now: number
}

type PageState = 'open' | 'processing' | 'paid' | 'void' | 'uncollectible'

const STATE_LABEL: Record<PageState, string> = {
  open: 'Open',
  processing: 'Processing',
  paid: 'Paid',
  void: 'Void',
  uncollectible: 'Closed',
}

/** The page a client opens from the e-mail. A draft has no page: the caller answers 404. */
export function invoicePage(view: InvoiceView, attempt: Attempt = { typed: EMPTY_CARD, problems: {} }): Html {
  const { hosted, links, token } = view
  const title = `Invoice ${hosted.invoice.number ?? ''} from ${businessName(hosted)}`
  const isRefused = Object.keys(attempt.problems).length > 0
  return page(
    links,
    isRefused ? `Payment refused: ${title}` : title,
    html`<main class="pay">
      <section class="stack" aria-labelledby="business">
        <h1 id="business">${businessName(hosted)}</h1>
        ${summary(view)}
        <p><a href="${links.pdf(token)}">Download invoice PDF</a></p>
        ${STATE_BODY[stateOf(hosted)](view, attempt)}
      </section>
      ${invoiceSheet(sheetOf(hosted))}
    </main>`,
  )
}

const STATE_BODY: Record<PageState, (view: InvoiceView, attempt: Attempt) => Html> = {
  open: ({ hosted, links, token }, attempt) => cardForm(links.pay(token), owedMoney(hosted), attempt),
  processing: () =>
    html`<p>Your payment was accepted and is on its way. Bank debits take a few days; there is nothing more to do.</p>`,
  paid: ({ hosted }) => html`<p class="done">${receiptText(hosted)}</p>`,
  void: () => html`<p>This invoice was withdrawn. It is no longer payable.</p>`,
  uncollectible: ({ hosted }) =>
    html`<p>This invoice is closed and no longer payable here. Please contact ${businessName(hosted)}.</p>`,
}

function summary({ hosted, now }: InvoiceView): Html {
  const { invoice } = hosted
  const state = stateOf(hosted)
  const amount =
    state === 'paid' ? formatMoneyInFull(invoice.amount_paid, invoice.currency) : owedMoney(hosted)
  const isLate = state === 'open' && invoice.due_date !== null && invoice.due_date < now
  const due = invoice.due_date === null ? 'on receipt' : formatDay(invoice.due_date, zoneOf(hosted))
  return html`<div class="stack">
    <p class="amount">${amount}</p>
    <p class="standing"><span class="state ${state}">${STATE_LABEL[state]}</span>
      ${state === 'open' && html`<span class="${isLate ? 'late' : 'muted'}">${isLate ? 'Was due' : 'Due'} ${due}</span>`}
    </p>
  </div>`
}

function stateOf({ invoice, processing }: HostedInvoice): PageState {
  if (invoice.status === 'paid' || invoice.status === 'void' || invoice.status === 'uncollectible')
    return invoice.status
  return processing ? 'processing' : 'open'
}

function owedMoney({ invoice }: HostedInvoice): string {
  return formatMoneyInFull(invoice.amount_remaining, invoice.currency)
}
