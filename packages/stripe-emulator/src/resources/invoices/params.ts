import { bool, currency, decimal, integer, oneOf, text } from '../../transport/params/leaves'
import { hash, list, metadata, type Read, required, unsettable } from '../../transport/params/params'
import { customFields, discounts, shipping } from '../../transport/params/shapes'
import { shippingRateParams } from '../catalog/shipping-rates/shipping-rate'
import { TAX_TYPES } from '../catalog/tax-rates/tax-types'
import { paymentSettings } from './terms/payment-settings'

const rendering = hash({
  amount_tax_display: unsettable(oneOf('exclude_tax', 'include_inclusive_tax')),
  pdf: hash({ page_size: oneOf('a4', 'auto', 'letter') }),
  template: text(),
  template_version: unsettable(integer()),
})

export const party = hash({ account: text(), type: required(oneOf('account', 'self')) })

export const automaticTax = hash({ enabled: required(bool()), liability: party })

const shippingCost = hash({
  shipping_rate: text(),
  shipping_rate_data: hash(shippingRateParams.create),
})

/** What an invoice may be given, at creation and while it is a draft. */
export const invoiceParams = {
  account_tax_ids: unsettable(list(text())),
  application_fee_amount: integer({ min: 0 }),
  auto_advance: bool(),
  automatic_tax: automaticTax,
  automatically_finalizes_at: integer(),
  collection_method: oneOf('charge_automatically', 'send_invoice'),
  custom_fields: customFields,
  days_until_due: integer({ min: 0 }),
  default_payment_method: unsettable(text()),
  default_source: unsettable(text()),
  default_tax_rates: unsettable(list(text(), { max: 5 })),
  description: unsettable(text()),
  discounts,
  due_date: integer(),
  effective_at: unsettable(integer()),
  footer: unsettable(text()),
  issuer: party,
  metadata,
  number: unsettable(text({ max: 26 })),
  on_behalf_of: unsettable(text()),
  payment_settings: paymentSettings,
  rendering,
  shipping_cost: unsettable(shippingCost),
  shipping_details: unsettable(shipping),
  statement_descriptor: unsettable(text({ max: 22 })),
  transfer_data: unsettable(hash({ amount: integer({ min: 1 }), destination: required(text()) })),
}

export const createInvoiceParams = {
  ...invoiceParams,
  currency: currency(),
  customer: text(),
  from_invoice: hash({ action: required(oneOf('revision')), invoice: required(text()) }),
  pending_invoice_items_behavior: oneOf('include', 'exclude'),
  subscription: text(),
}

/** Taxes of a line as amounts, for who works them out elsewhere. */
export const taxAmounts = unsettable(
  list(
    hash({
      amount: required(integer()),
      tax_rate_data: required(
        hash({
          country: text({ max: 2 }),
          description: text(),
          display_name: required(text({ max: 50 })),
          inclusive: required(bool()),
          jurisdiction: text({ max: 200 }),
          jurisdiction_level: oneOf('city', 'country', 'county', 'district', 'multiple', 'state'),
          percentage: required(decimal({ places: 4 })),
          state: text({ max: 3 }),
          tax_type: oneOf(...TAX_TYPES),
        }),
      ),
      taxability_reason: oneOf(
        'customer_exempt',
        'not_collecting',
        'not_subject_to_tax',
        'not_supported',
        'portion_product_exempt',
        'portion_reduced_rated',
        'portion_standard_rated',
        'product_exempt',
        'product_exempt_holiday',
        'proportionally_rated',
        'reduced_rated',
        'reverse_charge',
        'standard_rated',
        'taxable_basis_reduced',
        'zero_rated',
      ),
      taxable_amount: required(integer()),
    }),
    { max: 20 },
  ),
)

export type InvoiceRequest = Read<typeof invoiceParams>
export type CreateInvoiceRequest = Read<typeof createInvoiceParams>
export type TaxAmountsRequest = Read<{ taxAmounts: typeof taxAmounts }>['taxAmounts']
export type ShippingCostRequest = NonNullable<InvoiceRequest['shipping_cost']>

/** Still open to change once an invoice is finalized, and until it ends. */
export const EDITABLE_WHEN_OPEN: ReadonlySet<string> = new Set([
  'metadata',
  'auto_advance',
  'default_payment_method',
  'payment_settings',
])

/** Returns the names of the parameters that were sent. */
export function sentNames(params: Record<string, unknown>): string[] {
  return Object.keys(params).filter((key) => params[key] !== undefined)
}
