import type Stripe from 'stripe'
import type { UnitOfWork } from '../../state/unit-of-work'
import type { Wire } from '../../wire/wire'
import type { Price } from './prices/price'

export type Coupon = Wire<Stripe.Coupon>
export type PromotionCode = Wire<Stripe.PromotionCode>
export type ShippingRate = Wire<Stripe.ShippingRate>

/** What is kept with these but only seen when expanded is left out. */
export function serialisePrice(price: Price): Price {
  const { currency_options: _, ...shown } = price
  return shown
}

/** A coupon is valid until its time has come or it has been redeemed often enough. */
export function serialiseCoupon(coupon: Coupon, now: number): Coupon {
  const { applies_to: _, currency_options: __, ...shown } = coupon
  return { ...shown, valid: isValid(coupon, now) }
}

export function isValid({ valid, redeem_by }: Coupon, now: number): boolean {
  return valid && (redeem_by === null || redeem_by > now)
}

/** A code is active as long as it could be redeemed. */
export function serialisePromotionCode(unit: UnitOfWork, code: PromotionCode): PromotionCode {
  const { currency_options: _, ...restrictions } = code.restrictions
  return { ...code, active: code.active && isRedeemable(unit, code), restrictions }
}

/** Returns whether nothing but its switch keeps a code from being redeemed. */
export function isRedeemable(unit: UnitOfWork, code: PromotionCode): boolean {
  const { expires_at, max_redemptions, times_redeemed, promotion } = code
  if (expires_at !== null && expires_at <= unit.now) return false
  if (max_redemptions !== null && times_redeemed >= max_redemptions) return false
  const coupon = unit.get('coupon', promotion.coupon ?? '')
  return coupon !== undefined && isValid(coupon, unit.now)
}

export function serialiseShippingRate(rate: ShippingRate): ShippingRate {
  if (!rate.fixed_amount) return rate
  const { amount, currency } = rate.fixed_amount
  return { ...rate, fixed_amount: { amount, currency } }
}
