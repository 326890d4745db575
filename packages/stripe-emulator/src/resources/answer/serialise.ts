import { ROOT } from '../../state/database'
import type { Kinds, NamedKind } from '../../state/kinds'
import type { Book } from '../../state/unit-of-work'
import { seenPayout } from '../balance/payout'
import { seenTransaction } from '../balance/transaction'
import { shownCoupon, shownPrice, shownPromotionCode, shownShippingRate } from '../catalog/serialise'
import { shownCustomer } from '../customers/serialise'
import { seen } from '../invoices/serialise'

type Shown = { [K in NamedKind]?: (book: Book, body: Kinds[K]) => object }

/** Kinds that keep more, or less, than they show. */
const SHOWN: Shown = {
  balance_transaction: seenTransaction,
  coupon: ({ now }, coupon) => shownCoupon(coupon, now),
  customer: (_, customer) => shownCustomer(customer),
  invoice: seen,
  payout: seenPayout,
  price: (_, price) => shownPrice(price),
  promotion_code: shownPromotionCode,
  shipping_rate: (_, rate) => shownShippingRate(rate),
}

/** An object as the API shows it, or the stub of a deleted one. */
export function view<K extends NamedKind>(book: Book, kind: K, id: string): object | undefined {
  if (kind === 'account') return book.change.shelves(ROOT).account.get(id)?.object
  const body = book.get(kind, id)
  if (!body) return book.get('deleted', id)
  return SHOWN[kind]?.(book, body) ?? body
}
