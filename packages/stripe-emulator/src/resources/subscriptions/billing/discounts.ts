import type { UnitOfWork } from '../../../state/unit-of-work'
import { applyDiscounts, couponOf, type DiscountRequest } from '../../catalog/coupons/discount'
import { later } from '../cycle/calendar'
import type { Subscription } from '../subscription'

interface Owner {
  customer: string
  currency: string
  subscription: string
  item: string | null
}

/** Makes or re-uses the discounts a request names, for a subscription or one of its items; returns their ids. */
export function subscriptionDiscounts(
  unit: UnitOfWork,
  given: DiscountRequest[] | null,
  owner: Owner,
): string[] {
  const { customer, currency } = owner
  const target = { customer, invoice: null, invoiceItem: null, currency }
  return applyDiscounts(unit, given, target).map((id, index) => {
    if (given?.[index]?.discount === undefined) own(unit, id, owner)
    return id
  })
}

/** Returns those that still count at this time. */
export function discountsInForce(unit: UnitOfWork, ids: string[]): string[] {
  return ids.filter((id) => {
    const end = unit.get('discount', id)?.end ?? null
    return end === null || end > unit.now
  })
}

/** Returns a subscription after an invoice was made of it: a discount that counts once has counted. */
export function withDiscountsSpent(unit: UnitOfWork, subscription: Subscription): Subscription {
  const { discounts, items } = subscription
  const data = items.data.map((item) => ({ ...item, discounts: stillCounting(unit, item.discounts) }))
  return { ...subscription, discounts: stillCounting(unit, discounts), items: { ...items, data } }
}

/** Returns what an invoice of a subscription takes off as a whole: its own discounts, or else its customer's. */
export function invoiceDiscounts(unit: UnitOfWork, subscription: Subscription): string[] {
  const own = discountsInForce(unit, subscription.discounts)
  const inherited = unit.get('customer', subscription.customer)?.discount?.id
  return own.length > 0 || inherited === undefined ? own : discountsInForce(unit, [inherited])
}

function stillCounting(unit: UnitOfWork, ids: string[]): string[] {
  return discountsInForce(unit, ids).filter((id) => couponOf(unit, id)?.duration !== 'once')
}

function own(unit: UnitOfWork, id: string, { subscription, item }: Owner) {
  const discount = unit.get('discount', id)
  if (!discount) return
  const coupon = couponOf(unit, id)
  const months = coupon?.duration === 'repeating' ? coupon.duration_in_months : null
  const end = months === null ? discount.end : later(unit.now, { interval: 'month', count: months })
  unit.put('discount', { ...discount, end, subscription, subscription_item: item })
}
