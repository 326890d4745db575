import { ROOT } from '../../state/database'
import type { Kinds, NamedKind } from '../../state/kinds'
import type { UnitOfWork } from '../../state/unit-of-work'
import { serialisePayout } from '../balance/payout'
import { serialiseTransaction } from '../balance/transaction'
import {
  serialiseCoupon,
  serialisePrice,
  serialisePromotionCode,
  serialiseShippingRate,
} from '../catalog/serialise'
import { serialiseCustomer } from '../customers/serialise'
import { serialiseInvoice } from '../invoices/serialise'

type Serialisers = { [K in NamedKind]?: (unit: UnitOfWork, body: Kinds[K]) => object }

/** Kinds that keep more, or less, than they show. */
const SERIALISERS: Serialisers = {
  balance_transaction: serialiseTransaction,
  coupon: ({ now }, coupon) => serialiseCoupon(coupon, now),
  customer: (_, customer) => serialiseCustomer(customer),
  invoice: serialiseInvoice,
  payout: serialisePayout,
  price: (_, price) => serialisePrice(price),
  promotion_code: serialisePromotionCode,
  shipping_rate: (_, rate) => serialiseShippingRate(rate),
}

/** Returns an object as the API shows it, or the stub of a deleted one. */
export function serialise<K extends NamedKind>(unit: UnitOfWork, kind: K, id: string): object | undefined {
  if (kind === 'account') return unit.change.collections(ROOT).account.get(id)?.object
  const body = unit.get(kind, id)
  if (!body) return unit.get('deleted', id)
  return SERIALISERS[kind]?.(unit, body) ?? body
}
