import { html } from 'hono/html'
import { documentOf } from '../document/document'
import { businessName } from '../document/party'
import { type Html, page } from '../frame/page'
import type { Attempt } from '../pay/attempt'
import { historySection } from './history-section'
import { invoiceDocument } from './invoice-document'
import { payPanel } from './pay-panel'
import { isPayable } from './state'
import { endWords, summary } from './summary'
import type { InvoiceView } from './view'

/** Renders the page a client opens from the e-mail. A draft has no page: the caller answers 404. */
export function invoicePage(view: InvoiceView, attempt: Attempt): Html {
  const { hosted, links } = view
  const title = `Invoice ${hosted.invoice.number ?? ''} from ${businessName(hosted)}`
  const isRefused = Object.keys(attempt.problems).length > 0
  return page(
    links,
    isRefused ? `Payment refused: ${title}` : title,
    html`<main class="pay">
      <section class="pay-side" aria-labelledby="business">
        ${summary(view)}
        ${isPayable(hosted) ? payPanel(view, attempt) : endWords(view)}
        ${historySection(links, hosted)}
      </section>
      ${invoiceDocument(documentOf(hosted))}
    </main>`,
  )
}
