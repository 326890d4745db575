import { bool, integer, oneOf, text } from '../../transport/params/leaves'
import { hash, list, metadata, type Read, unsettable, unused } from '../../transport/params/params'
import { address, customFields } from '../../transport/params/shapes'
import { taxIdParams } from './tax-ids/tax-id'

export const cashParams = {
  settings: hash({ reconciliation_mode: oneOf('automatic', 'manual', 'merchant_default') }),
}

const editable = {
  address: unsettable(address),
  balance: integer(),
  business_name: unsettable(text({ max: 150 })),
  cash_balance: hash(cashParams),
  description: unsettable(text()),
  email: unsettable(text({ max: 512 })),
  individual_name: unsettable(text({ max: 150 })),
  invoice_prefix: text(),
  invoice_settings: hash({
    custom_fields: customFields,
    default_payment_method: unsettable(text()),
    footer: unsettable(text()),
    rendering_options: unsettable(
      hash({
        amount_tax_display: unsettable(oneOf('exclude_tax', 'include_inclusive_tax')),
        template: text(),
      }),
    ),
  }),
  metadata,
  name: unsettable(text({ max: 256 })),
  next_invoice_sequence: integer({ min: 1, max: 1_000_000_000 }),
  phone: unsettable(text()),
  preferred_locales: unsettable(list(text())),
  shipping: unsettable(hash({ address, name: text(), phone: unsettable(text()) })),
  source: text(),
  tax: hash({
    ip_address: unsettable(text()),
    validate_location: oneOf('auto', 'deferred', 'immediately'),
  }),
  tax_exempt: unsettable(oneOf('none', 'exempt', 'reverse')),
  validate: unused(bool()),
}

export const customerParams = {
  create: {
    ...editable,
    payment_method: text(),
    tax: hash({ ip_address: unsettable(text()), validate_location: oneOf('deferred', 'immediately') }),
    tax_id_data: list(hash(taxIdParams)),
    test_clock: text(),
  },
  update: { ...editable, default_source: text() },
}

export type CustomerRequest = Read<typeof editable>
