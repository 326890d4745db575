import { emit } from '../../events/emit'
import { endpointsFor } from '../../events/endpoints'
import type { UnitOfWork } from '../../state/unit-of-work'
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
import { serialiseInvoice } from './serialise'
import { routePayment } from './terms/routing'
import { withTerms } from './terms/terms'

export const createInvoice = operation('POST', '/v1/invoices', createInvoiceParams, ({ unit, params }) => {
  const original = params.from_invoice && originalOf(unit, params.from_invoice.invoice)
  const customer = customerFor(unit, params, original)
  const account = accountOf(unit)
  const currency =
    params.currency ?? original?.currency ?? customer.currency ?? account.default_currency ?? 'usd'
  const empty = newInvoice({ account, customer, currency, now: unit.now })
  const beginning = original ? revisedFrom(empty, original) : forSubscription(unit, empty, params)
  const draft = unit.put('invoice', withTerms(unit, beginning, params))
  refuseWithoutEmail(draft, customer)
  routePayment(unit, draft.id, params)
  if (original) copyLines(unit, original, draft)
  else if (includesPending(params)) addPendingItems(unit, draft, params)
  if (!customer.currency) unit.put('customer', { ...customer, currency })
  const quiet = endpointsFor(unit, 'invoice.created').length === 0
  const invoice = recalculate(unit, { ...draft, webhooks_delivered_at: quiet ? unit.now : null })
  emit(unit, 'invoice.created', serialiseInvoice(unit, invoice))
  return serialiseInvoice(unit, invoice)
})

/** The customer a request names, or the one of the invoice it revises. */
function customerFor(
  unit: UnitOfWork,
  { customer }: CreateInvoiceRequest,
  original: Invoice | undefined,
): Customer {
  const id = customer ?? original?.customer
  if (id) return unit.need('customer', id, 'customer')
  throw missingParam('customer')
}

/** An invoice made by hand for what waits on a subscription belongs to that subscription. */
function forSubscription(
  unit: UnitOfWork,
  invoice: Invoice,
  { subscription: id }: CreateInvoiceRequest,
): Invoice {
  if (id === undefined) return invoice
  const { metadata } = unit.need('subscription', id, 'subscription')
  return {
    ...invoice,
    parent: {
      quote_details: null,
      subscription_details: { metadata, subscription: id },
      type: 'subscription_details',
    },
  }
}

function includesPending({ pending_invoice_items_behavior, subscription }: CreateInvoiceRequest): boolean {
  return (pending_invoice_items_behavior ?? (subscription ? 'include' : 'exclude')) === 'include'
}

/** Takes every item of this currency (and subscription, if one is named) that waits for an invoice, newest first. */
function addPendingItems(unit: UnitOfWork, invoice: Invoice, { subscription }: CreateInvoiceRequest) {
  const pending = pendingItems(unit, invoice).filter(
    (item) => !subscription || item.parent?.subscription_details?.subscription === subscription,
  )
  requireRoom(unit, invoice, pending.length)
  for (const item of pending.reverse()) {
    placeLine(unit, unit.put('invoiceitem', { ...item, invoice: invoice.id }), invoice.id)
  }
}

function refuseWithoutEmail(invoice: Invoice, customer: Customer) {
  if (invoice.collection_method !== 'send_invoice' || customer.email) return
  throw refuse(
    'Missing email. In order to create invoices that are sent to the customer, the customer must have a valid email.',
  )
}
