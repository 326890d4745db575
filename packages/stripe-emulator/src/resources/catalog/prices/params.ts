import { bool, currency, integer, oneOf, text } from '../../../transport/params/leaves'
import { hash, list, metadata, type Read, required, unsettable } from '../../../transport/params/params'
import { byCurrency } from '../currency-map'
import { statementDescriptor, taxDetails } from '../products/params'
import { amountParams, unitAmounts } from './amounts'

export const INTERVALS = ['day', 'week', 'month', 'year'] as const

const tax_behavior = oneOf('exclusive', 'inclusive', 'unspecified')
const currency_options = byCurrency({ ...amountParams, tax_behavior })
const every = { interval: required(oneOf(...INTERVALS)), interval_count: integer({ min: 1 }) }
const lookup = { lookup_key: unsettable(text({ max: 200 })), transfer_lookup_key: bool() }

/** What a product says of the price that is made along with it. */
export const defaultPriceParams = {
  ...amountParams,
  currency: required(currency()),
  currency_options,
  metadata,
  recurring: hash(every),
  tax_behavior,
}

export const priceParams = {
  create: {
    ...defaultPriceParams,
    ...lookup,
    active: bool(),
    billing_scheme: oneOf('per_unit', 'tiered'),
    nickname: text(),
    product: text(),
    product_data: hash({
      active: bool(),
      id: text(),
      metadata,
      name: required(text()),
      statement_descriptor: statementDescriptor,
      tax_code: text(),
      tax_details: taxDetails,
      unit_label: text({ max: 12 }),
    }),
    recurring: hash({
      ...every,
      meter: text(),
      trial_period_days: integer({ min: 1, max: 730 }),
      usage_type: oneOf('licensed', 'metered'),
    }),
    tiers: list(hash({ ...unitAmounts, flat_amount: integer(), flat_amount_decimal: text(), up_to: text() })),
    tiers_mode: oneOf('graduated', 'volume'),
    transform_quantity: hash({
      divide_by: required(integer({ min: 1 })),
      round: required(oneOf('down', 'up')),
    }),
  },
  update: {
    ...lookup,
    active: bool(),
    currency_options: unsettable(currency_options),
    metadata,
    nickname: unsettable(text()),
    tax_behavior,
  },
}

export type PriceRequest = Read<typeof priceParams.create>
export type CurrencyOptionsRequest = Read<typeof defaultPriceParams>['currency_options']
