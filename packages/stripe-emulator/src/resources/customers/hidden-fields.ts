import type Stripe from 'stripe'
import { TEXTS } from '../../unconfirmed'
import { refuse } from '../../wire/refusal'
import type { Wire } from '../../wire/wire'
import type { Customer } from './customer'
import type { CustomerRequest } from './params'

type Tax = Wire<Stripe.Customer.Tax>
type CashBalance = Wire<Stripe.CashBalance>

/** Keeps what a request says about tax, which is only seen when expanded. */
export function withTax(customer: Customer, given: CustomerRequest['tax']): Customer {
  if (!given) return customer
  const ip = given.ip_address === undefined ? (customer.tax?.ip_address ?? null) : given.ip_address
  const tax = taxOf({ ...customer, tax: { ...taxOf(customer), ip_address: ip } })
  if (given.validate_location === 'immediately' && tax.location === null) {
    throw refuse(TEXTS.locationUnknown, { code: 'customer_tax_location_invalid', param: 'address' })
  }
  return { ...customer, tax }
}

/** Returns where automatic tax takes a customer to be. No account here is registered anywhere, so none is collected. */
export function taxOf(customer: Customer): Tax {
  const location = locationOf(customer)
  return {
    automatic_tax: location ? 'not_collecting' : 'unrecognized_location',
    ip_address: customer.tax?.ip_address ?? null,
    location,
    provider: 'stripe',
  }
}

function locationOf({ shipping, address }: Customer): Tax['location'] {
  const { country = null, state = null } = shipping?.address ?? {}
  if (country) return { country, source: 'shipping_destination', state }
  if (!address?.country) return null
  return { country: address.country, source: 'billing_address', state: address.state }
}

/** Returns the cash of a customer: none yet, and how it would be put to use. */
export function cashBalance(
  customer: string,
  mode: 'automatic' | 'manual' | 'merchant_default' = 'merchant_default',
): CashBalance {
  return {
    object: 'cash_balance',
    available: null,
    customer,
    customer_account: null,
    livemode: false,
    settings: {
      reconciliation_mode: mode === 'manual' ? 'manual' : 'automatic',
      using_merchant_default: mode === 'merchant_default',
    },
  }
}
