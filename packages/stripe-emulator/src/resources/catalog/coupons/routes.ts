import { emit, emitUpdate } from '../../../events/emit'
import { operation } from '../../../transport/operation'
import { pageOf, paging, range } from '../../../transport/pages'
import { text } from '../../../transport/params/leaves'
import { metadata, unsettable } from '../../../transport/params/params'
import { mergeMetadata } from '../../../transport/params/shapes'
import { refuse } from '../../../wire/refusal'
import { requireSoon } from '../future'
import { serialiseCoupon } from '../serialise'
import { amountsOff, couponParams, newCoupon, refuseBadCoupon } from './coupon'

const editable = { currency_options: amountsOff, metadata, name: unsettable(text({ max: 40 })) }

export const couponRoutes = [
  operation('POST', '/v1/coupons', couponParams, ({ unit, params }) => {
    refuseBadCoupon(params)
    requireSoon(unit, params.redeem_by, 'redeem_by')
    for (const [index, product] of (params.applies_to?.products ?? []).entries()) {
      unit.need('product', product, `applies_to[products][${index}]`)
    }
    const coupon = newCoupon(params, unit.now)
    if (unit.get('coupon', coupon.id)) {
      throw refuse('Coupon already exists.', { code: 'resource_already_exists' })
    }
    const shown = serialiseCoupon(unit.put('coupon', coupon), unit.now)
    emit(unit, 'coupon.created', shown)
    return shown
  }),

  operation('GET', '/v1/coupons', { ...paging, created: range }, ({ unit, params }) => {
    const page = pageOf(unit, 'coupon', '/v1/coupons', params, ({ created }) => {
      return params.created?.(created) ?? true
    })
    return { ...page, data: page.data.map((coupon) => serialiseCoupon(coupon, unit.now)) }
  }),

  operation('GET', '/v1/coupons/:coupon', {}, ({ unit, path }) => {
    return serialiseCoupon(unit.target('coupon', path), unit.now)
  }),

  operation('POST', '/v1/coupons/:coupon', editable, ({ unit, params, path }) => {
    const before = unit.target('coupon', path)
    const { currency_options: options, name } = params
    const after = unit.put('coupon', {
      ...before,
      ...(options ? { currency_options: { ...before.currency_options, ...options } } : {}),
      name: name === undefined ? before.name : name,
      metadata: mergeMetadata(before.metadata ?? {}, params.metadata),
    })
    const shown = serialiseCoupon(after, unit.now)
    emitUpdate(unit, 'coupon.updated', serialiseCoupon(before, unit.now), shown)
    return shown
  }),

  operation('DELETE', '/v1/coupons/:coupon', {}, ({ unit, path }) => {
    const coupon = unit.target('coupon', path)
    unit.remove('coupon', coupon.id)
    const retired = unit.put('retired_coupon', { ...coupon, valid: false })
    emit(unit, 'coupon.deleted', serialiseCoupon(retired, unit.now))
    return { id: coupon.id, object: 'coupon', deleted: true }
  }),
]
