import type Stripe from 'stripe'
import { emit } from '../../../events/emit'
import type { DiscountTerms } from '../../../money/discounts'
import { newId } from '../../../state/ids'
import type { Book } from '../../../state/unit-of-work'
import { DISCOUNTS_EMIT_EVENTS, TEXTS } from '../../../unconfirmed'
import { refuse } from '../../../wire/refusal'
import type { Wire } from '../../../wire/wire'
import { later } from '../../subscriptions/cycle/calendar'
import { redeemPromotionCode } from '../promotion-codes/redeem'
import { type Coupon, isValid } from '../serialise'

type Discount = Wire<Stripe.Discount>

/** How a request names a discount: a coupon, a promotion code, or a discount that already exists. */
export interface DiscountRequest {
  coupon: string | undefined
  discount: string | undefined
  promotion_code: string | undefined
}

export interface DiscountTarget {
  customer: string | null
  invoice: string | null
  invoiceItem: string | null
  subscription?: string | null
  subscriptionItem?: string | null
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
      const code = book.need('promotion_code', each.promotion_code, `${at}[promotion_code]`)
      const coupon = book.need('coupon', code.promotion.coupon ?? '', `${at}[promotion_code]`)
      redeemPromotionCode(book, code, target, `${at}[promotion_code]`)
      return addDiscount(book, coupon, target, code.id)
    }
    return addDiscount(book, book.need('coupon', each.coupon ?? '', `${at}[coupon]`), target, null)
  })
}

/** What a discount does, as the arithmetic wants it; an amount is in the currency of what it was put on. */
export function discountTerms(book: Book, id: string): DiscountTerms {
  const coupon = couponOf(book, id)
  const option = coupon?.currency_options?.[currencyOf(book, id) ?? '']
  return {
    id,
    amountOffMinor: option?.amount_off ?? coupon?.amount_off ?? null,
    percentOff: coupon?.percent_off ?? null,
    products: coupon?.applies_to?.products ?? null,
  }
}

/** The coupon of a discount, though it be deleted, or another be made since with the same id. */
export function couponOf(book: Book, discount: string): Coupon | undefined {
  const id = book.get('discount', discount)?.source.coupon ?? ''
  const retired = book.get('retired_coupon', id)
  const madeAt = book.shelves.coupon.seqOf(id) ?? Number.POSITIVE_INFINITY
  const isNewer = madeAt > (book.shelves.discount.seqOf(discount) ?? 0)
  return isNewer && retired ? retired : book.get('coupon', id)
}

function currencyOf(book: Book, id: string): string | undefined {
  const discount = book.get('discount', id)
  const owner =
    book.get('invoice', discount?.invoice ?? '') ??
    book.get('invoiceitem', discount?.invoice_item ?? '') ??
    book.get('subscription', discount?.subscription ?? '')
  return owner?.currency
}

function addDiscount(book: Book, coupon: Coupon, target: DiscountTarget, code: string | null): string {
  refuseUnusable(coupon, target, book.now)
  redeemCoupon(book, coupon)
  const discount = book.put('discount', newDiscount(coupon, target, code, book.now))
  if (DISCOUNTS_EMIT_EVENTS) emit(book, 'customer.discount.created', discount)
  return discount.id
}

function refuseUnusable(coupon: Coupon, { currency }: DiscountTarget, now: number) {
  if (!isValid(coupon, now)) {
    throw refuse(TEXTS.couponNotValid(coupon.id), { code: 'coupon_expired', param: 'coupon' })
  }
  if (coupon.currency === null || coupon.currency === currency) return
  if (coupon.currency_options?.[currency]) return
  throw refuse(TEXTS.couponCurrencyMismatch(coupon.currency, currency), { param: 'coupon' })
}

function redeemCoupon(book: Book, coupon: Coupon) {
  const times = coupon.times_redeemed + 1
  const valid = coupon.max_redemptions === null || times < coupon.max_redemptions
  book.put('coupon', { ...coupon, times_redeemed: times, valid })
}

function newDiscount(coupon: Coupon, target: DiscountTarget, code: string | null, now: number): Discount {
  const months = coupon.duration === 'repeating' ? coupon.duration_in_months : null
  return {
    id: newId('di'),
    object: 'discount',
    checkout_session: null,
    customer: target.customer,
    customer_account: null,
    end: months === null ? null : later(now, { interval: 'month', count: months }),
    invoice: target.invoice,
    invoice_item: target.invoiceItem,
    promotion_code: code,
    source: { coupon: coupon.id, type: 'coupon' },
    start: now,
    subscription: target.subscription ?? null,
    subscription_item: target.subscriptionItem ?? null,
  }
}
