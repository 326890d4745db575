import type Stripe from 'stripe'
import { emit, emitUpdate } from '../../../events/emit'
import { newId } from '../../../state/ids'
import { operation } from '../../../transport/operation'
import { pageOf, paging, range } from '../../../transport/pages'
import { bool, oneOf, text } from '../../../transport/params/leaves'
import { metadata, required, unsettable } from '../../../transport/params/params'
import { givenOnly, mergeMetadata } from '../../../transport/params/shapes'
import type { Wire } from '../../../wire/wire'
import { percentage } from '../percentage'
import { TAX_TYPES } from './tax-types'

const editable = {
  active: bool(),
  country: unsettable(text({ max: 2 })),
  description: unsettable(text()),
  display_name: text({ max: 50 }),
  jurisdiction: unsettable(text({ max: 200 })),
  metadata,
  state: unsettable(text({ max: 3 })),
  tax_type: unsettable(oneOf(...TAX_TYPES)),
}

const create = {
  ...editable,
  display_name: required(text({ max: 50 })),
  inclusive: required(bool()),
  percentage: required(percentage({ places: 4 })),
}

export const taxRateRoutes = [
  operation('POST', '/v1/tax_rates', create, ({ unit, params }) => {
    const { metadata, percentage: _, ...given } = givenOnly(params)
    const rate: Wire<Stripe.TaxRate> = {
      id: newId('txr'),
      object: 'tax_rate',
      active: true,
      country: null,
      created: unit.now,
      description: null,
      display_name: params.display_name,
      effective_percentage: Number(params.percentage),
      flat_amount: null,
      inclusive: params.inclusive,
      jurisdiction: null,
      jurisdiction_level: null,
      livemode: false,
      metadata: mergeMetadata({}, metadata),
      percentage: Number(params.percentage),
      rate_type: 'percentage',
      state: null,
      tax_type: null,
    }
    const made = unit.put('tax_rate', { ...rate, ...given })
    emit(unit, 'tax_rate.created', made)
    return made
  }),

  operation(
    'GET',
    '/v1/tax_rates',
    { ...paging, active: bool(), created: range, inclusive: bool() },
    ({ unit, params }) =>
      pageOf(unit, 'tax_rate', '/v1/tax_rates', params, (rate) => {
        if (params.active !== undefined && rate.active !== params.active) return false
        if (params.inclusive !== undefined && rate.inclusive !== params.inclusive) return false
        return params.created?.(rate.created) ?? true
      }),
  ),

  operation('GET', '/v1/tax_rates/:tax_rate', {}, ({ unit, path }) => unit.target('tax_rate', path)),

  operation('POST', '/v1/tax_rates/:tax_rate', editable, ({ unit, params, path }) => {
    const before = unit.target('tax_rate', path)
    const { metadata, ...given } = givenOnly(params)
    const after = unit.put('tax_rate', {
      ...before,
      ...given,
      metadata: mergeMetadata(before.metadata ?? {}, metadata),
    })
    emitUpdate(unit, 'tax_rate.updated', before, after)
    return after
  }),
]
