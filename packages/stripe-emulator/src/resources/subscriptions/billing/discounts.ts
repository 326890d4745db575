import type { Book } from '../../../state/unit-of-work'
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
export function subscriptionDiscounts(book: Book, given: DiscountRequest[] | null, owner: Owner): string[] {
  const { customer, currency } = owner
  const target = { customer, invoice: null, invoiceItem: null, currency }
  return applyDiscounts(book, given, target).map((id, index) => {
    if (given?.[index]?.discount === undefined) own(book, id, owner)
    return id
  })
}

/** Those that still count at this time. */
export function discountsInForce(book: Book, ids: string[]): string[] {
  return ids.filter((id) => {
    const end = book.get('discount', id)?.end ?? null
    return end === null || end > book.now
  })
}

/** A subscription after an invoice was made of it: a discount that counts once has counted. */
export function withDiscountsSpent(book: Book, subscription: Subscription): Subscription {
  const { discounts, items } = subscription
  const data = items.data.map((item) => ({ ...item, discounts: stillCounting(book, item.discounts) }))
  return { ...subscription, discounts: stillCounting(book, discounts), items: { ...items, data } }
}

/** What an invoice of a subscription takes off as a whole: its own discounts, or else its customer's. */
export function invoiceDiscounts(book: Book, subscription: Subscription): string[] {
  const own = discountsInForce(book, subscription.discounts)
  const inherited = book.get('customer', subscription.customer)?.discount?.id
  return own.length > 0 || inherited === undefined ? own : discountsInForce(book, [inherited])
}

function stillCounting(book: Book, ids: string[]): string[] {
  return discountsInForce(book, ids).filter((id) => couponOf(book, id)?.duration !== 'once')
}

function own(book: Book, id: string, { subscription, item }: Owner) {
  const discount = book.get('discount', id)
  if (!discount) return
  const coupon = couponOf(book, id)
  const months = coupon?.duration === 'repeating' ? coupon.duration_in_months : null
  const end = months === null ? discount.end : later(book.now, { interval: 'month', count: months })
  book.put('discount', { ...discount, end, subscription, subscription_item: item })
}
