import type { Customer } from '../../customers/customer'
import type { Invoice } from '../invoice'

type AutomaticTax = Invoice['automatic_tax']

/** Where a country alone does not tell which taxes there are. */
const NEEDS_POSTAL_CODE: ReadonlySet<string> = new Set(['US', 'CA'])

/** Returns whether the customer's place is known well enough; https://docs.stripe.com/tax/customer-locations */
export function locationStatus(tax: AutomaticTax, customer: Customer): AutomaticTax {
  if (!tax.enabled) return tax
  const { country, postal_code, state } = customer.shipping?.address ?? customer.address ?? {}
  const known = !!country && (!NEEDS_POSTAL_CODE.has(country) || !!postal_code || !!state)
  return { ...tax, status: known ? 'complete' : 'requires_location_inputs' }
}
