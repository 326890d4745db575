import { emit, emitUpdate } from '../../../events/emit'
import { operation } from '../../../transport/operation'
import { pageOf, paging, range } from '../../../transport/pages'
import { bool, text } from '../../../transport/params/leaves'
import { hash, metadata } from '../../../transport/params/params'
import { mergeMetadata } from '../../../transport/params/shapes'
import { TEXTS } from '../../../unconfirmed'
import { badParam, refuse } from '../../../wire/refusal'
import { requireSoon } from '../future'
import { isRedeemable, isValid, serialisePromotionCode } from '../serialise'
import {
  minimums,
  newPromotionCode,
  promotionCodeParams,
  refuseBadPromotionCode,
  requireFreeCode,
} from './promotion-code'

const editable = { active: bool(), metadata, restrictions: hash({ currency_options: minimums }) }
const filters = {
  ...paging,
  active: bool(),
  code: text(),
  coupon: text(),
  created: range,
  customer: text(),
}

export const promotionCodeRoutes = [
  operation('POST', '/v1/promotion_codes', promotionCodeParams, ({ unit, params }) => {
    const { promotion, customer, expires_at } = params
    if (promotion.coupon === undefined) {
      throw badParam('You must pass promotion.coupon when passing promotion', { param: 'promotion.coupon' })
    }
    const coupon = unit.need('coupon', promotion.coupon, 'promotion[coupon]')
    if (customer !== undefined) unit.need('customer', customer, 'customer')
    requireSoon(unit, expires_at, 'expires_at')
    refuseBadPromotionCode(params, coupon)
    if (!isValid(coupon, unit.now)) throw refuse(TEXTS.couponNotValid(coupon.id), { code: 'coupon_expired' })
    const code = newPromotionCode(params, coupon, unit.now)
    if (code.active) requireFreeCode(unit, code)
    const shown = serialisePromotionCode(unit, unit.put('promotion_code', code))
    emit(unit, 'promotion_code.created', shown)
    return shown
  }),

  operation('GET', '/v1/promotion_codes', filters, ({ unit, params }) => {
    const { active, code, coupon, created, customer } = params
    if (coupon !== undefined) unit.need('coupon', coupon, 'coupon')
    const spelled = code?.toLowerCase()
    const page = pageOf(unit, 'promotion_code', '/v1/promotion_codes', params, (each) => {
      if (active !== undefined && serialisePromotionCode(unit, each).active !== active) return false
      if (spelled !== undefined && each.code.toLowerCase() !== spelled) return false
      if (coupon !== undefined && each.promotion.coupon !== coupon) return false
      if (customer !== undefined && each.customer !== customer) return false
      return created?.(each.created) ?? true
    })
    return { ...page, data: page.data.map((each) => serialisePromotionCode(unit, each)) }
  }),

  operation('GET', '/v1/promotion_codes/:promotion_code', {}, ({ unit, path }) => {
    return serialisePromotionCode(unit, unit.target('promotion_code', path))
  }),

  operation('POST', '/v1/promotion_codes/:promotion_code', editable, ({ unit, params, path }) => {
    const before = unit.target('promotion_code', path)
    const { active = before.active, metadata, restrictions: given } = params
    const options = { ...before.restrictions.currency_options, ...given?.currency_options }
    const after = unit.put('promotion_code', {
      ...before,
      active,
      metadata: mergeMetadata(before.metadata ?? {}, metadata),
      restrictions: { ...before.restrictions, ...(given ? { currency_options: options } : {}) },
    })
    if (params.active) {
      if (!isRedeemable(unit, after)) throw refuse(TEXTS.promotionCodeNotRedeemable)
      requireFreeCode(unit, after)
    }
    const shown = serialisePromotionCode(unit, after)
    emitUpdate(unit, 'promotion_code.updated', serialisePromotionCode(unit, before), shown)
    return shown
  }),
]
