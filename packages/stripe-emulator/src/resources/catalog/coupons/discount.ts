import type Stripe from 'stripe'
import { emit } from '../../../events/emit'
import type { DiscountTerms } from '../../../money/discounts'
import { newId } from '../../../state/ids'
import type { UnitOfWork } from '../../../state/unit-of-work'
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
  unit: UnitOfWork,
  given: DiscountRequest[] | null,
  target: DiscountTarget,
): string[] {
  return (given ?? []).map((each, index) => {
    const at = `discounts[${index}]`
    if (each.discount !== undefined) return unit.need('discount', each.discount, `${at}[discount]`).id
    if (each.promotion_code !== undefined) {
      const code = unit.need('promotion_code', each.promotion_code, `${at}[promotion_code]`)
      const coupon = unit.need('coupon', code.promotion.coupon ?? '', `${at}[promotion_code]`)
      redeemPromotionCode(unit, code, target, `${at}[promotion_code]`)
      return addDiscount(unit, coupon, target, code.id)
    }
    return addDiscount(unit, unit.need('coupon', each.coupon ?? '', `${at}[coupon]`), target, null)
  })
}

/** Returns what a discount does, as the arithmetic wants it; an amount is in the currency of what it was put on. */
export function discountTerms(unit: UnitOfWork, id: string): DiscountTerms {
  const coupon = couponOf(unit, id)
  const option = coupon?.currency_options?.[currencyOf(unit, id) ?? '']
  return {
    id,
    amountOffMinor: option?.amount_off ?? coupon?.amount_off ?? null,
    percentOff: coupon?.percent_off ?? null,
    products: coupon?.applies_to?.products ?? null,
  }
}

/** Returns the coupon of a discount, though it be deleted, or another be made since with the same id. */
export function couponOf(unit: UnitOfWork, discount: string): Coupon | undefined {
  const id = unit.get('discount', discount)?.source.coupon ?? ''
  const retired = unit.get('retired_coupon', id)
  const madeAt = unit.collections.coupon.seqOf(id) ?? Number.POSITIVE_INFINITY
  const isNewer = madeAt > (unit.collections.discount.seqOf(discount) ?? 0)
  return isNewer && retired ? retired : unit.get('coupon', id)
}

function currencyOf(unit: UnitOfWork, id: string): string | undefined {
  const discount = unit.get('discount', id)
  const owner =
    unit.get('invoice', discount?.invoice ?? '') ??
    unit.get('invoiceitem', discount?.invoice_item ?? '') ??
    unit.get('subscription', discount?.subscription ?? '')
  return owner?.currency
}

function addDiscount(unit: UnitOfWork, coupon: Coupon, target: DiscountTarget, code: string | null): string {
  refuseUnusable(coupon, target, unit.now)
  redeemCoupon(unit, coupon)
  const discount = unit.put('discount', newDiscount(coupon, target, code, unit.now))
  if (DISCOUNTS_EMIT_EVENTS) emit(unit, 'customer.discount.created', discount)
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

function redeemCoupon(unit: UnitOfWork, coupon: Coupon) {
  const times = coupon.times_redeemed + 1
  const valid = coupon.max_redemptions === null || times < coupon.max_redemptions
  unit.put('coupon', { ...coupon, times_redeemed: times, valid })
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
