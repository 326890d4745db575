import type { Book } from '../../state/book'
import { integer, oneOf, text } from '../../transport/leaves'
import { hash, list, metadata, type Read, unsettable } from '../../transport/params'
import { badParam } from '../../transport/refusal'
import {
  address,
  customFields,
  givenOnly,
  mergeMetadata,
  shipping,
  toAddress,
  toShipping,
} from '../../transport/shapes'
import type { Customer } from './customer'

export const customerParams = {
  address: unsettable(address),
  balance: integer(),
  business_name: unsettable(text({ max: 150 })),
  description: unsettable(text()),
  email: unsettable(text({ max: 512 })),
  individual_name: unsettable(text({ max: 150 })),
  invoice_prefix: text({ max: 12 }),
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
  shipping: unsettable(shipping),
  tax_exempt: unsettable(oneOf('none', 'exempt', 'reverse')),
}

/** A customer with the given parameters laid over it. */
export function withParams(book: Book, customer: Customer, params: Read<typeof customerParams>): Customer {
  const { business_name, individual_name, address, shipping, invoice_settings, metadata, ...plain } = params
  refuseBad(plain)
  const { preferred_locales, tax_exempt, ...fields } = givenOnly(plain)
  return {
    ...customer,
    ...fields,
    ...(business_name === undefined ? {} : { business_name: business_name ?? undefined }),
    ...(individual_name === undefined ? {} : { individual_name: individual_name ?? undefined }),
    ...(address === undefined ? {} : { address: address && toAddress(address) }),
    ...(shipping === undefined ? {} : { shipping: shipping && toShipping(shipping) }),
    ...(preferred_locales === undefined ? {} : { preferred_locales: preferred_locales ?? [] }),
    ...(tax_exempt === undefined ? {} : { tax_exempt: tax_exempt ?? 'none' }),
    invoice_settings: invoiceSettings(book, customer, invoice_settings),
    metadata: mergeMetadata(customer.metadata, metadata),
  }
}

function invoiceSettings(
  book: Book,
  { invoice_settings: old }: Customer,
  given: Read<typeof customerParams>['invoice_settings'],
): Customer['invoice_settings'] {
  if (!given) return old
  const { rendering_options, ...rest } = givenOnly(given)
  if (given.default_payment_method) {
    book.need('payment_method', given.default_payment_method, 'invoice_settings[default_payment_method]')
  }
  if (rendering_options === undefined) return { ...old, ...rest }
  const options = rendering_options && {
    amount_tax_display: rendering_options.amount_tax_display ?? null,
    template: rendering_options.template ?? null,
  }
  return { ...old, ...rest, rendering_options: options }
}

function refuseBad({ email, invoice_prefix }: { email?: string | null; invoice_prefix?: string }) {
  if (email && !/^[^\s@]+@[^\s@]+$/.test(email)) {
    throw badParam(`Invalid email address: ${email}`, { code: 'email_invalid', param: 'email' })
  }
  if (invoice_prefix !== undefined && !/^[A-Z0-9]{1,12}$/.test(invoice_prefix)) {
    throw badParam(`Invalid invoice_prefix: ${invoice_prefix}`, { param: 'invoice_prefix' })
  }
}
