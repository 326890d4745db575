import { emit } from '../../events/emit'
import { endpointsFor } from '../../events/endpoints'
import type { Book } from '../../state/book'
import { operation } from '../../transport/operation'
import { refuse } from '../../transport/refusal'
import { accountOf } from '../accounts/account-of'
import type { Customer } from '../customers/customer'
import { placeLine } from '../items/line'
import { requireRoom } from './capacity'
import { type Invoice, newInvoice } from './invoice'
import { createInvoiceParams } from './params'
import { recalculate } from './recalculate'
import { seen } from './seen'
import { withTerms } from './terms'

export const createInvoice = operation('POST', '/v1/invoices', createInvoiceParams, ({ book, params }) => {
  const customer = book.need('customer', params.customer, 'customer')
  const account = accountOf(book)
  const currency = params.currency ?? customer.currency ?? account.default_currency ?? 'usd'
  const empty = newInvoice({ account, customer, currency, now: book.now })
  const draft = book.put('invoice', withTerms(book, empty, params))
  refuseWithoutEmail(draft, customer)
  if (params.pending_invoice_items_behavior === 'include') sweepPending(book, draft, customer)
  if (!customer.currency) book.put('customer', { ...customer, currency })
  const quiet = endpointsFor(book, 'invoice.created').length === 0
  const invoice = recalculate(book, { ...draft, webhooks_delivered_at: quiet ? book.now : null })
  emit(book, 'invoice.created', seen(book, invoice))
  return seen(book, invoice)
})

/** Takes every item of this currency that waits for an invoice, newest first. */
function sweepPending(book: Book, invoice: Invoice, customer: Customer) {
  const pending = book.shelves.invoiceitem
    .inGroup(customer.id)
    .filter((item) => item.invoice === null && item.currency === invoice.currency)
  requireRoom(book, invoice, pending.length)
  for (const item of pending.reverse()) {
    placeLine(book, book.put('invoiceitem', { ...item, invoice: invoice.id }), invoice.id)
  }
}

function refuseWithoutEmail(invoice: Invoice, customer: Customer) {
  if (invoice.collection_method !== 'send_invoice' || customer.email) return
  throw refuse(
    'Missing email. In order to create invoices that are sent to the customer, the customer must have a valid email.',
  )
}
