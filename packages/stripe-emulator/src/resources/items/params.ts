import { bool, currency, decimal, integer, oneOf, text } from '../../transport/params/leaves'
import { hash, list, metadata, type Read, required, unsettable } from '../../transport/params/params'
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

/** What a line and an invoice item have in common, for making and for changing one. */
export const lineParams = {
  amount: integer(),
  description: unsettable(text()),
  discountable: bool(),
  discounts,
  metadata,
  period,
  price_data: hash({
    currency: required(currency()),
    product: text(),
    product_data: productData,
    tax_behavior: oneOf('exclusive', 'inclusive', 'unspecified'),
    unit_amount: integer(),
    unit_amount_decimal: decimal({ signed: true }),
  }),
  pricing: hash({ price: text() }),
  quantity: integer({ min: 0 }),
  quantity_decimal: decimal(),
  tax_rates: unsettable(list(text(), { max: 5 })),
}

export const itemParams = {
  ...lineParams,
  currency: currency(),
  customer: required(text()),
  invoice: text(),
  subscription: text(),
  tax_behavior: oneOf('exclusive', 'inclusive', 'unspecified'),
  tax_code: unsettable(text()),
  unit_amount_decimal: decimal({ signed: true }),
}

export const itemUpdateParams = {
  ...lineParams,
  invoicing_rules: unsettable(list(text())),
  tax_behavior: oneOf('exclusive', 'inclusive', 'unspecified'),
  tax_code: unsettable(text()),
  unit_amount_decimal: decimal({ signed: true }),
}

export type LineRequest = Read<typeof lineParams> & { unit_amount_decimal?: string | undefined }
