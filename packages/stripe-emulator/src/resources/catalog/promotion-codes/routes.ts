import { emit, emitUpdate } from '../../../events/emit'
import { operation } from '../../../transport/operation'
import { pageOf, paging, range } from '../../../transport/pages'
import { bool, text } from '../../../transport/params/leaves'
import { hash, metadata } from '../../../transport/params/params'
import { mergeMetadata } from '../../../transport/params/shapes'
import { TEXTS } from '../../../unconfirmed'
import { badParam, refuse } from '../../../wire/refusal'
import { requireSoon } from '../future'
import { isRedeemable, isValid, shownPromotionCode } from '../serialise'
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
  operation('POST', '/v1/promotion_codes', promotionCodeParams, ({ book, params }) => {
    const { promotion, customer, expires_at } = params
    if (promotion.coupon === undefined) {
      throw badParam('You must pass promotion.coupon when passing promotion', { param: 'promotion.coupon' })
    }
    const coupon = book.need('coupon', promotion.coupon, 'promotion[coupon]')
    if (customer !== undefined) book.need('customer', customer, 'customer')
    requireSoon(book, expires_at, 'expires_at')
    refuseBadPromotionCode(params, coupon)
    if (!isValid(coupon, book.now)) throw refuse(TEXTS.couponNotValid(coupon.id), { code: 'coupon_expired' })
    const code = newPromotionCode(params, coupon, book.now)
    if (code.active) requireFreeCode(book, code)
    const shown = shownPromotionCode(book, book.put('promotion_code', code))
    emit(book, 'promotion_code.created', shown)
    return shown
  }),

  operation('GET', '/v1/promotion_codes', filters, ({ book, params }) => {
    const { active, code, coupon, created, customer } = params
    if (coupon !== undefined) book.need('coupon', coupon, 'coupon')
    const spelled = code?.toLowerCase()
    const page = pageOf(book, 'promotion_code', '/v1/promotion_codes', params, (each) => {
      if (active !== undefined && shownPromotionCode(book, each).active !== active) return false
      if (spelled !== undefined && each.code.toLowerCase() !== spelled) return false
      if (coupon !== undefined && each.promotion.coupon !== coupon) return false
      if (customer !== undefined && each.customer !== customer) return false
      return created?.(each.created) ?? true
    })
    return { ...page, data: page.data.map((each) => shownPromotionCode(book, each)) }
  }),

  operation('GET', '/v1/promotion_codes/:promotion_code', {}, ({ book, path }) => {
    return shownPromotionCode(book, book.target('promotion_code', path))
  }),

  operation('POST', '/v1/promotion_codes/:promotion_code', editable, ({ book, params, path }) => {
    const before = book.target('promotion_code', path)
    const { active = before.active, metadata, restrictions: given } = params
    const options = { ...before.restrictions.currency_options, ...given?.currency_options }
    const after = book.put('promotion_code', {
      ...before,
      active,
      metadata: mergeMetadata(before.metadata ?? {}, metadata),
      restrictions: { ...before.restrictions, ...(given ? { currency_options: options } : {}) },
    })
    if (params.active) {
      if (!isRedeemable(book, after)) throw refuse(TEXTS.promotionCodeNotRedeemable)
      requireFreeCode(book, after)
    }
    const shown = shownPromotionCode(book, after)
    emitUpdate(book, 'promotion_code.updated', shownPromotionCode(book, before), shown)
    return shown
  }),
]
