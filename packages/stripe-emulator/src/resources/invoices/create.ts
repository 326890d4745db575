import { emit } from '../../events/emit'
import { endpointsFor } from '../../events/endpoints'
import type { Book } from '../../state/unit-of-work'
import { operation } from '../../transport/operation'
import { missingParam, refuse } from '../../wire/refusal'
import { accountOf } from '../accounts/account-of'
import type { Customer } from '../customers/customer'
import { placeLine } from '../items/line'
import { recalculate } from './amounts/recalculate'
import { type Invoice, newInvoice } from './invoice'
import { requireRoom } from './lines/capacity'
import { pendingItems } from './lines/pending'
import { type CreateInvoiceRequest, createInvoiceParams } from './params'
import { copyLines, originalOf, revisedFrom } from './revision'
import { seen } from './serialise'
import { routePayment } from './terms/routing'
import { withTerms } from './terms/terms'

export const createInvoice = operation('POST', '/v1/invoices', createInvoiceParams, ({ book, params }) => {
  const original = params.from_invoice && originalOf(book, params.from_invoice.invoice)
  const customer = customerFor(book, params, original)
  const account = accountOf(book)
  const currency =
    params.currency ?? original?.currency ?? customer.currency ?? account.default_currency ?? 'usd'
  const empty = newInvoice({ account, customer, currency, now: book.now })
  const beginning = original ? revisedFrom(empty, original) : forSubscription(book, empty, params)
  const draft = book.put('invoice', withTerms(book, beginning, params))
  refuseWithoutEmail(draft, customer)
  routePayment(book, draft.id, params)
  if (original) copyLines(book, original, draft)
  else if (sweeps(params)) sweepPending(book, draft, params)
  if (!customer.currency) book.put('customer', { ...customer, currency })
  const quiet = endpointsFor(book, 'invoice.created').length === 0
  const invoice = recalculate(book, { ...draft, webhooks_delivered_at: quiet ? book.now : null })
  emit(book, 'invoice.created', seen(book, invoice))
  return seen(book, invoice)
})

/** The customer a request names, or the one of the invoice it revises. */
function customerFor(
  book: Book,
  { customer }: CreateInvoiceRequest,
  original: Invoice | undefined,
): Customer {
  const id = customer ?? original?.customer
  if (id) return book.need('customer', id, 'customer')
  throw missingParam('customer')
}

/** An invoice made by hand for what waits on a subscription belongs to that subscription. */
function forSubscription(book: Book, invoice: Invoice, { subscription: id }: CreateInvoiceRequest): Invoice {
  if (id === undefined) return invoice
  const { metadata } = book.need('subscription', id, 'subscription')
  return {
    ...invoice,
    parent: {
      quote_details: null,
      subscription_details: { metadata, subscription: id },
      type: 'subscription_details',
    },
  }
}

function sweeps({ pending_invoice_items_behavior, subscription }: CreateInvoiceRequest): boolean {
  return (pending_invoice_items_behavior ?? (subscription ? 'include' : 'exclude')) === 'include'
}

/** Takes every item of this currency (and subscription, if one is named) that waits for an invoice, newest first. */
function sweepPending(book: Book, invoice: Invoice, { subscription }: CreateInvoiceRequest) {
  const pending = pendingItems(book, invoice).filter(
    (item) => !subscription || item.parent?.subscription_details?.subscription === subscription,
  )
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
