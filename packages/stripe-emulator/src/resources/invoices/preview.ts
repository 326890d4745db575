import { newId } from '../../state/ids'
import type { UnitOfWork } from '../../state/unit-of-work'
import { operation } from '../../transport/operation'
import { currency, integer, oneOf, text } from '../../transport/params/leaves'
import { hash, list, type Read, required, unsettable, unused } from '../../transport/params/params'
import { address, discounts, shipping, toAddress, toShipping } from '../../transport/params/shapes'
import { PREVIEWS_SHOW_PENDING_ITEMS } from '../../unconfirmed'
import { missingParam } from '../../wire/refusal'
import { accountOf } from '../accounts/account-of'
import { applyDiscounts } from '../catalog/coupons/discount'
import { type Customer, newCustomer } from '../customers/customer'
import { changeItem, createItem } from '../items/item'
import { placeLine } from '../items/line'
import { itemTerms } from '../items/params'
import { previewDetails, previewSubscription } from '../subscriptions/preview/preview'
import { recalculate } from './amounts/recalculate'
import { type Invoice, newInvoice } from './invoice'
import { requireRoom } from './lines/capacity'
import { pendingItems } from './lines/pending'
import { automaticTax, party } from './params'
import { serialiseInvoice } from './serialise'
import { withAutomaticTax } from './terms/automatic-tax'

const previewedItem = hash({
  ...itemTerms,
  currency: currency(),
  invoiceitem: text(),
  price: text(),
  unit_amount: integer(),
})

const customerDetails = hash({
  address: unsettable(address),
  shipping: unsettable(shipping),
  tax: hash({ ip_address: unsettable(text()) }),
  tax_exempt: unsettable(oneOf('exempt', 'none', 'reverse')),
  tax_ids: list(hash({ type: required(text()), value: required(text()) })),
})

const params = {
  automatic_tax: automaticTax,
  currency: currency(),
  customer: text(),
  customer_details: customerDetails,
  discounts,
  invoice_items: list(previewedItem, { max: 250 }),
  issuer: party,
  on_behalf_of: unsettable(text()),
  preview_mode: unused(oneOf('next', 'recurring')),
  subscription: text(),
  subscription_details: previewDetails,
}

type PreviewRequest = Read<typeof params>
type PreviewedItem = NonNullable<PreviewRequest['invoice_items']>[number]

/** What an invoice would come to. Nothing of it is kept, and nothing is said. */
export const previewInvoice = operation('POST', '/v1/invoices/create_preview', params, ({ unit, params }) =>
  unit.trial((trial) => preview(trial, params)),
)

function preview(unit: UnitOfWork, given: PreviewRequest): Invoice {
  const customer = customerFor(unit, given)
  const { subscription, subscription_details } = given
  const about = { customer: customer.id, subscription, subscription_details }
  const draft = previewSubscription(unit, about) ?? oneOff(unit, customer, given)
  const { id, currency } = draft
  const target = { customer: customer.id, invoice: id, invoiceItem: null, currency }
  const discounts =
    given.discounts === undefined ? draft.discounts : applyDiscounts(unit, given.discounts, target)
  const invoice = unit.put('invoice', { ...draft, discounts })
  given.invoice_items?.forEach((item, index) => {
    previewItem(unit, invoice, customer, item, `invoice_items[${index}]`)
  })
  if (PREVIEWS_SHOW_PENDING_ITEMS) {
    for (const item of pendingItems(unit, invoice).reverse()) placeLine(unit, item, id)
  }
  requireRoom(unit, invoice, 0)
  const total = serialiseInvoice(unit, recalculate(unit, invoice))
  return given.customer === undefined && subscription === undefined ? { ...total, customer: null } : total
}

/** An empty invoice that is billed once. */
function oneOff(unit: UnitOfWork, customer: Customer, given: PreviewRequest): Invoice {
  const account = accountOf(unit)
  const [first] = given.invoice_items ?? []
  const currency = given.currency ?? first?.currency ?? customer.currency ?? account.default_currency ?? 'usd'
  const empty = newInvoice({ account, customer, currency, now: unit.now })
  const id = newId('upcoming_in')
  return {
    ...empty,
    id,
    automatic_tax: withAutomaticTax(empty.automatic_tax, given.automatic_tax),
    lines: { ...empty.lines, url: `/v1/invoices/${id}/lines` },
    on_behalf_of: given.on_behalf_of ?? null,
  }
}

function previewItem(unit: UnitOfWork, invoice: Invoice, { id }: Customer, given: PreviewedItem, at: string) {
  const { invoiceitem, price, unit_amount, unit_amount_decimal, ...rest } = given
  const amount = unit_amount_decimal ?? unit_amount?.toString()
  const item = {
    ...rest,
    ...(price === undefined ? {} : { pricing: { price } }),
    ...(amount === undefined ? {} : { unit_amount_decimal: amount }),
  }
  if (invoiceitem !== undefined) {
    const pending = unit.need('invoiceitem', invoiceitem, `${at}[invoiceitem]`)
    const changed = changeItem(unit, { ...pending, invoice: invoice.id }, { pricing: undefined, ...item }, at)
    placeLine(unit, changed, invoice.id)
    return
  }
  const place = { customer: id, currency: invoice.currency, invoice: invoice.id, at }
  placeLine(unit, createItem(unit, { pricing: undefined, ...item }, place), invoice.id)
}

/** The customer a request or its subscription names, or one made up from the details it gives. */
function customerFor(unit: UnitOfWork, given: PreviewRequest): Customer {
  const { customer, customer_details: details, subscription } = given
  const subscribed = subscription && unit.need('subscription', subscription, 'subscription').customer
  const id = customer ?? subscribed
  const known = id ? unit.need('customer', id, 'customer') : undefined
  if (!known && !details) {
    throw missingParam('customer')
  }
  const base = known ?? newCustomer(unit.now)
  return unit.put('customer', {
    ...base,
    address: details?.address ? toAddress(details.address) : (base.address ?? null),
    shipping: details?.shipping ? toShipping(details.shipping) : base.shipping,
    tax_exempt: details?.tax_exempt ?? base.tax_exempt ?? 'none',
  })
}
