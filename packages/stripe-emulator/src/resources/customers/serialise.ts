import type { Kinds } from '../../state/kinds'

/** Returns a customer as the API shows it: what is kept with it but only seen when expanded is left out. */
export function serialiseCustomer(customer: Kinds['customer']): Kinds['customer'] {
  const { cash_balance: _, tax: __, ...shown } = customer
  return shown
}
