import { emit, emitUpdate } from '../../../events/emit'
import { operation } from '../../../transport/operation'
import { pageOf, paging, range } from '../../../transport/pages'
import { text } from '../../../transport/params/leaves'
import { metadata, unsettable } from '../../../transport/params/params'
import { mergeMetadata } from '../../../transport/params/shapes'
import { refuse } from '../../../wire/refusal'
import { requireSoon } from '../future'
import { shownCoupon } from '../serialise'
import { amountsOff, couponParams, newCoupon, refuseBadCoupon } from './coupon'

const editable = { currency_options: amountsOff, metadata, name: unsettable(text({ max: 40 })) }

export const couponRoutes = [
  operation('POST', '/v1/coupons', couponParams, ({ book, params }) => {
    refuseBadCoupon(params)
    requireSoon(book, params.redeem_by, 'redeem_by')
    for (const [index, product] of (params.applies_to?.products ?? []).entries()) {
      book.need('product', product, `applies_to[products][${index}]`)
    }
    const coupon = newCoupon(params, book.now)
    if (book.get('coupon', coupon.id)) {
      throw refuse('Coupon already exists.', { code: 'resource_already_exists' })
    }
    const shown = shownCoupon(book.put('coupon', coupon), book.now)
    emit(book, 'coupon.created', shown)
    return shown
  }),

  operation('GET', '/v1/coupons', { ...paging, created: range }, ({ book, params }) => {
    const page = pageOf(book, 'coupon', '/v1/coupons', params, ({ created }) => {
      return params.created?.(created) ?? true
    })
    return { ...page, data: page.data.map((coupon) => shownCoupon(coupon, book.now)) }
  }),

  operation('GET', '/v1/coupons/:coupon', {}, ({ book, path }) => {
    return shownCoupon(book.target('coupon', path), book.now)
  }),

  operation('POST', '/v1/coupons/:coupon', editable, ({ book, params, path }) => {
    const before = book.target('coupon', path)
    const { currency_options: options, name } = params
    const after = book.put('coupon', {
      ...before,
      ...(options ? { currency_options: { ...before.currency_options, ...options } } : {}),
      name: name === undefined ? before.name : name,
      metadata: mergeMetadata(before.metadata ?? {}, params.metadata),
    })
    const shown = shownCoupon(after, book.now)
    emitUpdate(book, 'coupon.updated', shownCoupon(before, book.now), shown)
    return shown
  }),

  operation('DELETE', '/v1/coupons/:coupon', {}, ({ book, path }) => {
    const coupon = book.target('coupon', path)
    book.remove('coupon', coupon.id)
    const retired = book.put('retired_coupon', { ...coupon, valid: false })
    emit(book, 'coupon.deleted', shownCoupon(retired, book.now))
    return { id: coupon.id, object: 'coupon', deleted: true }
  }),
]
