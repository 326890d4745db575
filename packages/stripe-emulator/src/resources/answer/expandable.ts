import type { NamedKind } from '../../state/kinds'
import type { UnitOfWork } from '../../state/unit-of-work'
import { couponFillers, priceFillers, promotionCodeFillers, shippingRateFillers } from '../catalog/expansions'
import { serialiseCoupon } from '../catalog/serialise'
import { customerFillers } from '../customers/expansions'
import { serialise } from './serialise'

/** Fills in a field from the object that holds it; undefined when there is nothing to fill in. */
type Filler = (unit: UnitOfWork, owner: { id: string }) => unknown

const DISCOUNTS = {
  discounts: 'discount',
  'discount_amounts.discount': 'discount',
  'pretax_credit_amounts.discount': 'discount',
} as const

/** Which fields of which object hold ids that may be expanded, and the fields that only appear expanded. */
const EXPANDABLE: Record<string, Record<string, NamedKind | Filler>> = {
  account: { 'settings.invoices.default_account_tax_ids': 'tax_id' },
  application_fee: {
    account: 'account',
    application: 'account',
    balance_transaction: 'balance_transaction',
    charge: 'charge',
    originating_transaction: 'charge',
  },
  balance_transaction: { source: sourceOf },
  charge: {
    application: 'account',
    application_fee: 'application_fee',
    balance_transaction: 'balance_transaction',
    customer: 'customer',
    failure_balance_transaction: 'balance_transaction',
    on_behalf_of: 'account',
    payment_intent: 'payment_intent',
    refunds,
    'transfer_data.destination': 'account',
  },
  coupon: couponFillers,
  credit_note: {
    customer: 'customer',
    customer_balance_transaction: 'customer_balance_transaction',
    'discount_amounts.discount': 'discount',
    invoice: 'invoice',
    'pretax_credit_amounts.discount': 'discount',
    'refunds.refund': 'refund',
    'shipping_cost.shipping_rate': 'shipping_rate',
  },
  credit_note_line_item: {
    'discount_amounts.discount': 'discount',
    'pretax_credit_amounts.discount': 'discount',
  },
  customer: {
    ...customerFillers,
    'invoice_settings.default_payment_method': 'payment_method',
    test_clock: 'test_clock',
  },
  customer_balance_transaction: { credit_note: 'credit_note', customer: 'customer', invoice: 'invoice' },
  discount: { customer: 'customer', promotion_code: 'promotion_code', 'source.coupon': 'coupon' },
  dispute: { charge: 'charge', payment_intent: 'payment_intent' },
  invoice: {
    account_tax_ids: 'tax_id',
    application: 'account',
    'automatic_tax.liability.account': 'account',
    confirmation_secret: confirmationSecret,
    customer: 'customer',
    default_payment_method: 'payment_method',
    default_source: 'payment_method',
    discounts: 'discount',
    'from_invoice.invoice': 'invoice',
    'issuer.account': 'account',
    latest_revision: 'invoice',
    on_behalf_of: 'account',
    'parent.subscription_details.subscription': 'subscription',
    payments,
    'shipping_cost.shipping_rate': 'shipping_rate',
    test_clock: 'test_clock',
    'total_discount_amounts.discount': 'discount',
    'total_pretax_credit_amounts.discount': 'discount',
  },
  invoice_payment: {
    invoice: 'invoice',
    'payment.charge': 'charge',
    'payment.payment_intent': 'payment_intent',
    'payment.payment_record': 'payment_record',
  },
  invoiceitem: {
    customer: 'customer',
    discounts: 'discount',
    invoice: 'invoice',
    'pricing.price_details.price': 'price',
    test_clock: 'test_clock',
  },
  line_item: { ...DISCOUNTS, 'pricing.price_details.price': 'price', subscription: 'subscription' },
  payment_intent: {
    application: 'account',
    customer: 'customer',
    latest_charge: 'charge',
    on_behalf_of: 'account',
    payment_method: 'payment_method',
    payment_record: 'payment_record',
    'transfer_data.destination': 'account',
  },
  payment_method: { customer: 'customer' },
  payout: {
    balance_transaction: 'balance_transaction',
    failure_balance_transaction: 'balance_transaction',
    original_payout: 'payout',
    reversed_by: 'payout',
  },
  price: { ...priceFillers, product: 'product' },
  product: { default_price: 'price' },
  promotion_code: { ...promotionCodeFillers, customer: 'customer', 'promotion.coupon': 'coupon' },
  refund: {
    balance_transaction: 'balance_transaction',
    charge: 'charge',
    customer: 'customer',
    failure_balance_transaction: 'balance_transaction',
    payment_intent: 'payment_intent',
    payment_method: 'payment_method',
  },
  shipping_rate: shippingRateFillers,
  subscription: {
    application: 'account',
    customer: 'customer',
    default_payment_method: 'payment_method',
    default_source: 'payment_method',
    discounts: 'discount',
    latest_invoice: 'invoice',
    on_behalf_of: 'account',
    pending_setup_intent: nothing,
    'pending_update.discounts': 'discount',
    schedule: nothing,
    test_clock: 'test_clock',
    'transfer_data.destination': 'account',
  },
  subscription_item: { discounts: 'discount' },
  tax_id: { customer: 'customer', 'owner.account': 'account', 'owner.customer': 'customer' },
}

/** Returns how to expand a field of an object; undefined when it cannot be. */
export function expansionOf(object: string, field: string): NamedKind | Filler | undefined {
  const fields = Object.hasOwn(EXPANDABLE, object) ? EXPANDABLE[object] : undefined
  return fields && Object.hasOwn(fields, field) ? fields[field] : undefined
}

/** The object a balance transaction came from. */
function sourceOf(unit: UnitOfWork, { id }: { id: string }) {
  const source = unit.get('balance_transaction', id)?.source ?? null
  if (source === null) return null
  const kinds = ['charge', 'refund', 'payout', 'application_fee', 'dispute'] as const
  return kinds.map((kind) => unit.get(kind, source)).find((found) => found) ?? source
}

function refunds(unit: UnitOfWork, { id }: { id: string }) {
  const data = unit.collections.refund.inGroup(id).reverse()
  return { object: 'list', data, has_more: false, url: `/v1/charges/${id}/refunds` }
}

/** What Stripe would fill in, and is never there here. */
function nothing() {
  return null
}

function payments(unit: UnitOfWork, { id }: { id: string }) {
  const data = unit.collections.invoice_payment.inGroup(id).reverse()
  return { object: 'list', data, has_more: false, url: `/v1/invoice_payments?invoice=${id}` }
}

/** The secret of the intent the invoice waits for, or waited for; null on a draft. */
function confirmationSecret(unit: UnitOfWork, { id }: { id: string }) {
  const [payment] = unit.collections.invoice_payment.inGroup(id)
  const intent = unit.get('payment_intent', payment?.payment.payment_intent ?? '')
  return intent?.client_secret ? { client_secret: intent.client_secret, type: 'payment_intent' } : null
}

export function loadExpanded(unit: UnitOfWork, kind: NamedKind, id: string): unknown {
  const retired = kind === 'coupon' ? unit.get('retired_coupon', id) : undefined
  return serialise(unit, kind, id) ?? (retired && serialiseCoupon(retired, unit.now)) ?? id
}
