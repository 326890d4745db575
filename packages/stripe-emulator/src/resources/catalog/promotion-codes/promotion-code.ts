import { newId, randomText } from '../../../state/ids'
import type { UnitOfWork } from '../../../state/unit-of-work'
import { bool, currency, integer, oneOf, text } from '../../../transport/params/leaves'
import { hash, metadata, type Param, type Read, required } from '../../../transport/params/params'
import { mergeMetadata } from '../../../transport/params/shapes'
import { TEXTS } from '../../../unconfirmed'
import { badParam, refuse } from '../../../wire/refusal'
import { byCurrency } from '../currency-map'
import type { Coupon, PromotionCode } from '../serialise'

const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

export const minimums = byCurrency({ minimum_amount: required(integer({ min: 1 })) })

const code: Param<string | undefined> = {
  read: (value, at) => {
    const given = text({ max: 500 }).read(value, at)
    if (given === undefined || /^[a-zA-Z0-9\-_]+$/.test(given)) return given
    const message = `This value must match the regex pattern. (/\\A[a-zA-Z0-9\\-_]+\\z/ does not match for the value ${given}).`
    throw badParam(message, { param: at })
  },
}

export const promotionCodeParams = {
  active: bool(),
  code,
  customer: text(),
  expires_at: integer(),
  max_redemptions: integer({ min: 1 }),
  metadata,
  promotion: required(hash({ coupon: text(), type: required(oneOf('coupon')) })),
  restrictions: hash({
    currency_options: minimums,
    first_time_transaction: bool(),
    minimum_amount: integer({ min: 1 }),
    minimum_amount_currency: currency(),
  }),
}

type Request = Read<typeof promotionCodeParams>

export function newPromotionCode(params: Request, coupon: Coupon, now: number): PromotionCode {
  const { restrictions = null } = params
  const options = restrictions?.currency_options
  return {
    id: newId('promo'),
    object: 'promotion_code',
    active: params.active ?? true,
    code: params.code ?? randomText(8, CAPITALS),
    created: now,
    customer: params.customer ?? null,
    customer_account: null,
    expires_at: params.expires_at ?? null,
    livemode: false,
    max_redemptions: params.max_redemptions ?? null,
    metadata: mergeMetadata({}, params.metadata),
    promotion: { coupon: coupon.id, type: 'coupon' },
    restrictions: {
      ...(options ? { currency_options: options } : {}),
      first_time_transaction: restrictions?.first_time_transaction ?? false,
      minimum_amount: restrictions?.minimum_amount ?? null,
      minimum_amount_currency: restrictions?.minimum_amount_currency ?? null,
    },
    times_redeemed: 0,
  }
}

/** A code ends with its coupon, at the latest. */
export function refuseBadPromotionCode(params: Request, coupon: Coupon) {
  const { expires_at, max_redemptions, restrictions } = params
  if (expires_at !== undefined && coupon.redeem_by !== null && expires_at > coupon.redeem_by) {
    throw badParam(TEXTS.promotionCodeOutlivesCoupon, { param: 'expires_at' })
  }
  if ((max_redemptions ?? 0) > (coupon.max_redemptions ?? Number.POSITIVE_INFINITY)) {
    throw badParam(TEXTS.promotionCodeBeyondCoupon, { param: 'max_redemptions' })
  }
  const { minimum_amount, minimum_amount_currency } = restrictions ?? {}
  if ((minimum_amount === undefined) !== (minimum_amount_currency === undefined)) {
    throw badParam(TEXTS.minimumWithoutCurrency, { param: 'restrictions[minimum_amount_currency]' })
  }
}

/** Of the codes a customer could enter, only one that is active may be spelled like this, in whatever case. */
export function requireFreeCode(unit: UnitOfWork, wanted: PromotionCode) {
  const spelled = wanted.code.toLowerCase()
  for (const other of unit.collections.promotion_code.newestFirst()) {
    if (other.id === wanted.id || !other.active || other.code.toLowerCase() !== spelled) continue
    if (other.customer === wanted.customer) {
      throw refuse(`An active promotion code with \`code: ${wanted.code}\` already exists.`)
    }
  }
}
