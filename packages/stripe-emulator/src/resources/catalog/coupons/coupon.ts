import { randomText } from '../../../state/ids'
import { currency, integer, oneOf, text } from '../../../transport/params/leaves'
import { hash, list, metadata, type Read, required } from '../../../transport/params/params'
import { mergeMetadata } from '../../../transport/params/shapes'
import { TEXTS } from '../../../unconfirmed'
import { badParam } from '../../../wire/refusal'
import { byCurrency } from '../currency-map'
import { percentage } from '../percentage'
import type { Coupon } from '../serialise'

export const amountsOff = byCurrency({ amount_off: required(integer({ min: 1 })) })

export const couponParams = {
  amount_off: integer({ min: 1 }),
  applies_to: hash({ products: list(text()) }),
  currency: currency(),
  currency_options: amountsOff,
  duration: oneOf('forever', 'once', 'repeating'),
  duration_in_months: integer({ min: 1 }),
  id: text({ max: 200 }),
  max_redemptions: integer({ min: 1 }),
  metadata,
  name: text({ max: 40 }),
  percent_off: percentage({ min: 0.01 }),
  redeem_by: integer(),
}

type Request = Read<typeof couponParams>

export function newCoupon(params: Request, now: number): Coupon {
  const { amount_off = null, applies_to, currency_options, percent_off } = params
  return {
    id: params.id ?? randomText(8),
    object: 'coupon',
    amount_off,
    ...(applies_to?.products ? { applies_to: { products: applies_to.products } } : {}),
    created: now,
    currency: amount_off === null ? null : (params.currency ?? null),
    ...(currency_options ? { currency_options } : {}),
    duration: params.duration ?? 'once',
    duration_in_months: params.duration_in_months ?? null,
    livemode: false,
    max_redemptions: params.max_redemptions ?? null,
    metadata: mergeMetadata({}, params.metadata),
    name: params.name ?? null,
    percent_off: percent_off === undefined ? null : Number(percent_off),
    redeem_by: params.redeem_by ?? null,
    times_redeemed: 0,
    valid: true,
  }
}

/**
 * Refuses what makes no coupon: it takes off an amount or a percentage, and repeats for so many months or not at all.
 */
export function refuseBadCoupon(params: Request) {
  const { amount_off, currency, currency_options, percent_off, duration, duration_in_months } = params
  if (amount_off === undefined && percent_off === undefined) {
    throw badParam('Must provide percent_off or amount_off.', { code: 'parameter_missing' })
  }
  if (amount_off !== undefined && percent_off !== undefined) {
    throw badParam('Received both percent_off and amount_off parameters. Please pass in only one.', {})
  }
  if (amount_off !== undefined && currency === undefined) {
    throw badParam('You must pass currency when passing amount_off', { param: 'currency' })
  }
  if (currency_options && percent_off !== undefined) {
    const message = 'You may only specify one of these parameters: currency_options, percent_off.'
    throw badParam(message, { param: 'currency_options' })
  }
  if (duration === 'repeating' && duration_in_months === undefined) {
    const message =
      'The duration_in_months param must be set when creating a coupon with a repeating duration'
    throw badParam(message, { param: 'duration' })
  }
  if (duration !== 'repeating' && duration_in_months !== undefined) {
    throw badParam(TEXTS.monthsWithoutRepeating, { param: 'duration_in_months' })
  }
}
