import type Stripe from 'stripe'
import { emit, emitUpdate } from '../../events/emit'
import { randomText } from '../../state/ids'
import { currency, decimal, integer, oneOf, text } from '../../transport/leaves'
import { operation } from '../../transport/operation'
import { pageOf, paging, range } from '../../transport/pages'
import { hash, list, metadata, type Read, required, unsettable } from '../../transport/params'
import { badParam, refuse } from '../../transport/refusal'
import { mergeMetadata } from '../../transport/shapes'
import type { Wire } from '../../wire'

const create = {
  amount_off: integer({ min: 1 }),
  applies_to: hash({ products: required(list(text())) }),
  currency: currency(),
  duration: oneOf('forever', 'once', 'repeating'),
  duration_in_months: integer({ min: 1 }),
  id: text({ max: 200 }),
  max_redemptions: integer({ min: 1 }),
  metadata,
  name: text({ max: 40 }),
  percent_off: decimal(),
  redeem_by: integer(),
}

export const couponRoutes = [
  operation('POST', '/v1/coupons', create, ({ book, params }) => {
    refuseBad(params)
    const coupon = newCoupon(params, book.now)
    if (book.get('coupon', coupon.id)) {
      throw refuse('Coupon already exists.', { code: 'resource_already_exists', param: 'id' })
    }
    emit(book, 'coupon.created', book.put('coupon', coupon))
    return coupon
  }),

  operation('GET', '/v1/coupons', { ...paging, created: range }, ({ book, params }) =>
    pageOf(book, 'coupon', '/v1/coupons', params, (coupon) => params.created?.(coupon.created) ?? true),
  ),

  operation('GET', '/v1/coupons/:coupon', {}, ({ book, path }) => book.target('coupon', path)),

  operation(
    'POST',
    '/v1/coupons/:coupon',
    { metadata, name: unsettable(text({ max: 40 })) },
    ({ book, params, path }) => {
      const before = book.target('coupon', path)
      const after = book.put('coupon', {
        ...before,
        name: params.name === undefined ? before.name : params.name,
        metadata: mergeMetadata(before.metadata ?? {}, params.metadata),
      })
      emitUpdate(book, 'coupon.updated', before, after)
      return after
    },
  ),

  operation('DELETE', '/v1/coupons/:coupon', {}, ({ book, path }) => {
    const coupon = book.target('coupon', path)
    book.remove('coupon', coupon.id)
    emit(book, 'coupon.deleted', book.put('retired_coupon', { ...coupon, valid: false }))
    return { id: coupon.id, object: 'coupon', deleted: true }
  }),
]

function newCoupon(params: Read<typeof create>, now: number): Wire<Stripe.Coupon> {
  return {
    id: params.id ?? randomText(8),
    object: 'coupon',
    amount_off: params.amount_off ?? null,
    ...(params.applies_to ? { applies_to: params.applies_to } : {}),
    created: now,
    currency: params.amount_off === undefined ? null : (params.currency ?? null),
    duration: params.duration ?? 'once',
    duration_in_months: params.duration_in_months ?? null,
    livemode: false,
    max_redemptions: params.max_redemptions ?? null,
    metadata: mergeMetadata({}, params.metadata),
    name: params.name ?? null,
    percent_off: params.percent_off === undefined ? null : Number(params.percent_off),
    redeem_by: params.redeem_by ?? null,
    times_redeemed: 0,
    valid: true,
  }
}

function refuseBad({ amount_off, currency, percent_off, duration, duration_in_months }: Read<typeof create>) {
  if ((amount_off === undefined) === (percent_off === undefined)) {
    throw refuse('You must pass exactly one of amount_off or percent_off.')
  }
  if (amount_off !== undefined && currency === undefined) throw missingParam('currency')
  const percent = Number(percent_off ?? 1)
  if (percent <= 0 || percent > 100) {
    throw badParam('percent_off must be greater than 0 and at most 100.', { param: 'percent_off' })
  }
  if (duration === 'repeating' && duration_in_months === undefined) throw missingParam('duration_in_months')
}

function missingParam(param: string) {
  return badParam(`Missing required param: ${param}.`, { code: 'parameter_missing', param })
}
