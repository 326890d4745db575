import { bool, currency, integer, oneOf, text } from '../../transport/leaves'
import { hash, list, metadata, type Read, required, unsettable } from '../../transport/params'
import { customFields, discounts, shipping } from '../../transport/shapes'

const rendering = hash({
  amount_tax_display: unsettable(oneOf('exclude_tax', 'include_inclusive_tax')),
  pdf: hash({ page_size: oneOf('a4', 'auto', 'letter') }),
  template: text(),
  template_version: unsettable(integer()),
})

/** Off is all this first slice knows of Stripe Tax. */
const automaticTax = hash({ enabled: required(oneOf('false')) })

const paymentSettings = hash({
  payment_method_types: unsettable(list(text())),
  default_mandate: unsettable(text()),
})

/** What an invoice may be given, at creation and while it is a draft. */
export const invoiceParams = {
  auto_advance: bool(),
  automatic_tax: automaticTax,
  automatically_finalizes_at: integer(),
  collection_method: oneOf('charge_automatically', 'send_invoice'),
  custom_fields: customFields,
  days_until_due: integer({ min: 0 }),
  default_payment_method: unsettable(text()),
  default_tax_rates: unsettable(list(text())),
  description: unsettable(text()),
  discounts,
  due_date: integer(),
  effective_at: unsettable(integer()),
  footer: unsettable(text()),
  issuer: hash({ type: required(oneOf('self')) }),
  metadata,
  number: unsettable(text({ max: 26 })),
  payment_settings: paymentSettings,
  rendering,
  shipping_details: unsettable(shipping),
  statement_descriptor: unsettable(text({ max: 22 })),
}

export const createInvoiceParams = {
  ...invoiceParams,
  currency: currency(),
  customer: required(text()),
  pending_invoice_items_behavior: oneOf('include', 'exclude'),
}

export type InvoiceRequest = Read<typeof invoiceParams>

/** Still open to change once an invoice is finalized, and until it ends. */
export const EDITABLE_WHEN_OPEN: ReadonlySet<string> = new Set([
  'metadata',
  'auto_advance',
  'default_payment_method',
  'payment_settings',
])

/** The names of the parameters that were sent. */
export function sentNames(params: Record<string, unknown>): string[] {
  return Object.keys(params).filter((key) => params[key] !== undefined)
}
