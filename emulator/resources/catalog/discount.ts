import type Stripe from 'stripe'
import type { DiscountTerms } from '../../money/discounts'
import type { Book } from '../../state/book'
import { newId } from '../../state/ids'
import { missing, refuse } from '../../transport/refusal'
import { TEXTS } from '../../unconfirmed'
import type { Wire } from '../../wire'

/** How a request names a discount: a coupon, or a discount that already exists. */
export interface DiscountRequest {
  coupon: string | undefined
  discount: string | undefined
  promotion_code: string | undefined
}

export interface DiscountTarget {
  customer: string | null
  invoice: string | null
  invoiceItem: string | null
  currency: string
}

/** Makes or re-uses the discounts a request names; returns their ids. */
export function applyDiscounts(
  book: Book,
  given: DiscountRequest[] | null,
  target: DiscountTarget,
): string[] {
  return (given ?? []).map((each, index) => {
    const at = `discounts[${index}]`
    if (each.discount !== undefined) return book.need('discount', each.discount, `${at}[discount]`).id
    if (each.promotion_code !== undefined) {
      throw missing('promotion code', each.promotion_code, `${at}[promotion_code]`)
    }
    const coupon = book.need('coupon', each.coupon ?? '', `${at}[coupon]`)
    refuseUnusable(coupon, target, book.now)
    redeem(book, coupon)
    return book.put('discount', newDiscount(coupon.id, target, book.now)).id
  })
}

/** What a discount does, as the arithmetic wants it. */
export function discountTerms(book: Book, id: string): DiscountTerms {
  const coupon = couponOf(book, id)
  return {
    id,
    amountOffMinor: coupon?.amount_off ?? null,
    percentOff: coupon?.percent_off ?? null,
    products: coupon?.applies_to?.products ?? null,
  }
}

export function couponOf(book: Book, discount: string): Wire<Stripe.Coupon> | undefined {
  const id = book.get('discount', discount)?.source.coupon ?? ''
  return book.get('coupon', id) ?? book.get('retired_coupon', id)
}

function refuseUnusable(coupon: Wire<Stripe.Coupon>, target: DiscountTarget, now: number) {
  const expired = coupon.redeem_by !== null && coupon.redeem_by <= now
  if (!coupon.valid || expired)
    throw refuse(TEXTS.couponNotValid(coupon.id), { code: 'coupon_expired', param: 'coupon' })
  if (coupon.currency !== null && coupon.currency !== target.currency) {
    throw refuse(TEXTS.couponCurrencyMismatch(coupon.currency, target.currency), { param: 'coupon' })
  }
}

function redeem(book: Book, coupon: Wire<Stripe.Coupon>) {
  const times = coupon.times_redeemed + 1
  const valid = coupon.max_redemptions === null || times < coupon.max_redemptions
  book.put('coupon', { ...coupon, times_redeemed: times, valid })
}

function newDiscount(coupon: string, target: DiscountTarget, now: number): Wire<Stripe.Discount> {
  return {
    id: newId('di'),
    object: 'discount',
    checkout_session: null,
    customer: target.customer,
    customer_account: null,
    end: null,
    invoice: target.invoice,
    invoice_item: target.invoiceItem,
    promotion_code: null,
    source: { coupon, type: 'coupon' },
    start: now,
    subscription: null,
    subscription_item: null,
  }
}
