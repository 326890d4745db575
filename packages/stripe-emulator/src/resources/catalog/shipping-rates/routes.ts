import { operation } from '../../../transport/operation'
import { pageOf, paging, range } from '../../../transport/pages'
import { bool, currency } from '../../../transport/params/leaves'
import { mergeMetadata } from '../../../transport/params/shapes'
import { TEXTS } from '../../../unconfirmed'
import { refuse } from '../../../wire/refusal'
import { serialiseShippingRate } from '../serialise'
import { newShippingRate, optionsOver, shippingRateParams } from './shipping-rate'

const ONE = '/v1/shipping_rates/:shipping_rate_token'
const update = { ...shippingRateParams.update, active: bool() }
const filters = { ...paging, active: bool(), created: range, currency: currency() }

export const shippingRateRoutes = [
  operation('POST', '/v1/shipping_rates', shippingRateParams.create, ({ unit, params }) => {
    return serialiseShippingRate(unit.put('shipping_rate', newShippingRate(params, unit.now)))
  }),

  operation('GET', '/v1/shipping_rates', filters, ({ unit, params }) => {
    const { active, created, currency } = params
    const page = pageOf(unit, 'shipping_rate', '/v1/shipping_rates', params, (rate) => {
      if (active !== undefined && rate.active !== active) return false
      if (currency !== undefined && rate.fixed_amount?.currency !== currency) return false
      return created?.(rate.created) ?? true
    })
    return { ...page, data: page.data.map(serialiseShippingRate) }
  }),

  operation('GET', ONE, {}, ({ unit, path }) => serialiseShippingRate(unit.target('shipping_rate', path))),

  operation('POST', ONE, update, ({ unit, params, path }) => {
    const before = unit.target('shipping_rate', path)
    const { active = before.active, fixed_amount: given, metadata, tax_behavior } = params
    const fixed = before.fixed_amount
    const isFixed = before.tax_behavior === 'inclusive' || before.tax_behavior === 'exclusive'
    if (tax_behavior !== undefined && isFixed && tax_behavior !== before.tax_behavior) {
      throw refuse(TEXTS.taxBehaviorFixed, { param: 'tax_behavior' })
    }
    const after = unit.put('shipping_rate', {
      ...before,
      active,
      ...(fixed ? { fixed_amount: { ...fixed, ...optionsOver(fixed.currency_options, given) } } : {}),
      metadata: mergeMetadata(before.metadata, metadata),
      tax_behavior: tax_behavior ?? before.tax_behavior,
    })
    return serialiseShippingRate(after)
  }),
]
