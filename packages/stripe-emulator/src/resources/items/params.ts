import { bool, currency, decimal, integer, oneOf, text } from '../../transport/params/leaves'
import {
  hash,
  list,
  metadata,
  onlyUnset,
  type Read,
  required,
  unsettable,
} from '../../transport/params/params'
import { discounts, period } from '../../transport/params/shapes'

const productData = hash({
  description: text(),
  images: list(text()),
  metadata,
  name: required(text()),
  tax_code: text(),
  tax_details: hash({ performance_location: text(), tax_code: unsettable(text()) }),
  unit_label: text(),
})

const priceData = {
  currency: required(currency()),
  product: text(),
  tax_behavior: oneOf('exclusive', 'inclusive', 'unspecified'),
  unit_amount: integer(),
  unit_amount_decimal: decimal({ signed: true }),
}

/** What a line and an invoice item have in common, for making and for changing one. */
const common = {
  amount: integer(),
  description: unsettable(text()),
  discountable: bool(),
  discounts,
  metadata,
  period,
  quantity: integer({ min: 0 }),
  quantity_decimal: decimal(),
  tax_rates: unsettable(list(text(), { max: 5 })),
}

const pricing = hash({ price: text() })

export const lineParams = {
  ...common,
  price_data: hash({ ...priceData, product_data: productData }),
  pricing,
}

/** What an item may be given at any time, its price apart. */
export const itemTerms = {
  ...common,
  price_data: hash(priceData),
  tax_behavior: oneOf('exclusive', 'inclusive', 'unspecified'),
  tax_code: unsettable(text()),
  unit_amount_decimal: decimal({ signed: true }),
}

export const itemParams = {
  ...itemTerms,
  currency: currency(),
  customer: required(text()),
  invoice: text(),
  pricing,
  subscription: text(),
}

export const itemUpdateParams = { ...itemTerms, invoicing_rules: onlyUnset, pricing }

type PriceData = Read<typeof priceData> & { product_data?: Read<{ data: typeof productData }>['data'] }

export type LineRequest = Read<typeof common> & {
  price_data?: PriceData | undefined
  pricing?: { price: string | undefined } | undefined
  unit_amount_decimal?: string | undefined
}
