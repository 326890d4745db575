import { view } from '../resources/view'
import type { Book } from '../state/book'
import type { NamedKind } from '../state/kinds'

/** Fills in a field from the object that holds it; undefined when there is nothing to fill in. */
type Filler = (book: Book, owner: { id: string }) => unknown

const DISCOUNTS = {
  discounts: 'discount',
  'discount_amounts.discount': 'discount',
  'pretax_credit_amounts.discount': 'discount',
} as const

/** Which fields of which object hold ids that may be expanded, and the fields that only appear expanded. */
const EXPANDABLE: Record<string, Record<string, NamedKind | Filler>> = {
  charge: { customer: 'customer', on_behalf_of: 'account', payment_intent: 'payment_intent' },
  customer: { 'invoice_settings.default_payment_method': 'payment_method' },
  discount: { customer: 'customer', 'source.coupon': 'coupon' },
  invoice: {
    confirmation_secret: confirmationSecret,
    customer: 'customer',
    default_payment_method: 'payment_method',
    discounts: 'discount',
    latest_revision: 'invoice',
    on_behalf_of: 'account',
    payments,
    'total_discount_amounts.discount': 'discount',
    'total_pretax_credit_amounts.discount': 'discount',
  },
  invoice_payment: {
    invoice: 'invoice',
    'payment.charge': 'charge',
    'payment.payment_intent': 'payment_intent',
  },
  invoiceitem: {
    customer: 'customer',
    discounts: 'discount',
    invoice: 'invoice',
    'pricing.price_details.price': 'price',
  },
  line_item: { ...DISCOUNTS, 'pricing.price_details.price': 'price' },
  payment_intent: {
    customer: 'customer',
    latest_charge: 'charge',
    on_behalf_of: 'account',
    payment_method: 'payment_method',
  },
  payment_method: { customer: 'customer' },
  price: { product: 'product' },
  product: { default_price: 'price' },
}

/** How to expand a field of an object; undefined when it cannot be. */
export function expansionOf(object: string, field: string): NamedKind | Filler | undefined {
  const fields = Object.hasOwn(EXPANDABLE, object) ? EXPANDABLE[object] : undefined
  return fields && Object.hasOwn(fields, field) ? fields[field] : undefined
}

function payments(book: Book, { id }: { id: string }) {
  const data = book.shelves.invoice_payment.inGroup(id).reverse()
  return { object: 'list', data, has_more: false, url: `/v1/invoice_payments?invoice=${id}` }
}

/** The secret of the intent the invoice waits for, or waited for; null on a draft. */
function confirmationSecret(book: Book, { id }: { id: string }) {
  const [payment] = book.shelves.invoice_payment.inGroup(id)
  const intent = book.get('payment_intent', payment?.payment.payment_intent ?? '')
  return intent?.client_secret ? { client_secret: intent.client_secret, type: 'payment_intent' } : null
}

export function loadExpanded(book: Book, kind: NamedKind, id: string): unknown {
  return view(book, kind, id) ?? (kind === 'coupon' ? book.get('retired_coupon', id) : undefined) ?? id
}
