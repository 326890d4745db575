import type { UnitOfWork } from '../../state/unit-of-work'
import { givenOnly, mergeMetadata } from '../../transport/params/shapes'
import { TEXTS } from '../../unconfirmed'
import { badParam, refuse } from '../../wire/refusal'
import { accountOf } from '../accounts/account-of'
import type { Customer } from './customer'
import { cashBalance, withTax } from './hidden-fields'
import type { CustomerRequest } from './params'

/** Returns a customer with the given parameters laid over it. */
export function withParams(unit: UnitOfWork, customer: Customer, request: CustomerRequest): Customer {
  const { business_name, individual_name, description, email, phone, next_invoice_sequence } = request
  refuseBad(unit, customer, request)
  const laid: Customer = {
    ...customer,
    ...givenOnly({ description, email, phone, next_invoice_sequence, name: request.name }),
    ...givenOnly({ invoice_prefix: request.invoice_prefix }),
    ...withBalance(unit, customer, request.balance),
    ...(business_name === undefined ? {} : { business_name: business_name ?? undefined }),
    ...(individual_name === undefined ? {} : { individual_name: individual_name ?? undefined }),
    ...(request.preferred_locales === undefined
      ? {}
      : { preferred_locales: request.preferred_locales ?? [] }),
    ...(request.tax_exempt === undefined ? {} : { tax_exempt: request.tax_exempt ?? 'none' }),
    address: addressOver(customer.address ?? null, request.address),
    shipping: shippingOver(customer.shipping, request.shipping),
    invoice_settings: settingsOver(unit, customer, request.invoice_settings),
    metadata: mergeMetadata(customer.metadata, request.metadata),
  }
  const mode = request.cash_balance?.settings?.reconciliation_mode
  const cash = mode === undefined ? {} : { cash_balance: cashBalance(customer.id, mode) }
  return withTax({ ...laid, ...cash }, request.tax)
}

/** An amount that is set needs a currency: the account's own, when the customer has none. */
function withBalance(unit: UnitOfWork, customer: Customer, balance: number | undefined): Partial<Customer> {
  if (balance === undefined || balance === customer.balance) return {}
  return { balance, currency: customer.currency ?? accountOf(unit).default_currency ?? 'usd' }
}

type Address = NonNullable<Customer['address']>
type AddressRequest = CustomerRequest['address']

const NO_ADDRESS = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null }

/** Each part that is given replaces that part; an empty value unsets the whole. */
function addressOver(old: Address | null, given: AddressRequest): Address | null {
  if (given === undefined) return old
  if (given === null) return null
  const country = given.country?.toUpperCase()
  return { ...(old ?? NO_ADDRESS), ...givenOnly(given), ...givenOnly({ country }) }
}

function shippingOver(old: Customer['shipping'], given: CustomerRequest['shipping']): Customer['shipping'] {
  if (given === undefined) return old
  if (given === null) return null
  const { address, ...rest } = given
  const before = { phone: null, ...old, ...givenOnly(rest) }
  return { ...before, address: addressOver(old?.address ?? null, address) ?? NO_ADDRESS }
}

function settingsOver(
  unit: UnitOfWork,
  { id, invoice_settings: old }: Customer,
  given: CustomerRequest['invoice_settings'],
): Customer['invoice_settings'] {
  if (!given) return old
  const { rendering_options: options, ...rest } = givenOnly(given)
  if (given.default_payment_method) refuseNotTheirs(unit, id, given.default_payment_method)
  if (options === undefined) return { ...old, ...rest }
  const template = options?.template
  if (template) unit.need('invoice_rendering_template', template, TEMPLATE)
  return {
    ...old,
    ...rest,
    rendering_options: options && {
      amount_tax_display: options.amount_tax_display ?? null,
      template: template ?? null,
    },
  }
}

const METHOD = 'invoice_settings[default_payment_method]'
const TEMPLATE = 'invoice_settings[rendering_options][template]'

function refuseNotTheirs(unit: UnitOfWork, customer: string, method: string) {
  if (unit.need('payment_method', method, METHOD).customer === customer) return
  throw refuse(TEXTS.notTheirMethod(method), { param: METHOD })
}

function refuseBad(unit: UnitOfWork, customer: Customer, { email, invoice_prefix: prefix }: CustomerRequest) {
  if (email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
    throw badParam(`Invalid email address: ${email}`, { code: 'email_invalid', param: 'email' })
  }
  if (prefix === undefined || prefix === customer.invoice_prefix) return
  if (!/^[A-Z0-9]{1,12}$/.test(prefix)) {
    throw badParam('Invoice number prefix must be 1–12 uppercase letters or numbers.', {})
  }
  for (const other of unit.collections.customer.newestFirst()) {
    if (other.invoice_prefix !== prefix) continue
    const message = `This invoice number prefix is taken by customer: ${other.id}. Please enter a different prefix.`
    throw refuse(message, { param: 'invoice_prefix' })
  }
}
