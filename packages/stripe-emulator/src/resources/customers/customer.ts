import type Stripe from 'stripe'
import { emitUpdate } from '../../events/emit'
import { newId, newInvoicePrefix } from '../../state/ids'
import type { UnitOfWork } from '../../state/unit-of-work'
import { refuse } from '../../wire/refusal'
import type { Wire } from '../../wire/wire'
import { serialiseCustomer } from './serialise'

export type Customer = Wire<Stripe.Customer>

export function newCustomer(now: number): Customer {
  return {
    id: newId('cus', 14),
    object: 'customer',
    address: null,
    balance: 0,
    created: now,
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: null,
    discount: null,
    email: null,
    invoice_prefix: newInvoicePrefix(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: {},
    name: null,
    next_invoice_sequence: 1,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
  }
}

/** Changes a customer and says so. */
export function changeCustomer(unit: UnitOfWork, customer: Customer, changes: Partial<Customer>): Customer {
  const after = unit.put('customer', { ...customer, ...changes })
  emitUpdate(unit, 'customer.updated', serialiseCustomer(customer), serialiseCustomer(after))
  return after
}

/** Notes whether a customer owes what should have been paid by now; says so when that is new. */
export function setDelinquent(unit: UnitOfWork, customerId: string | null, delinquent: boolean) {
  const customer = unit.get('customer', customerId ?? '')
  if (customer && customer.delinquent !== delinquent) changeCustomer(unit, customer, { delinquent })
}

/** The first item fixes a customer's currency; items that wait for an invoice must all share it. */
export function fixCurrency(unit: UnitOfWork, customer: Customer, currency: string) {
  if (!customer.currency) return changeCustomer(unit, customer, { currency })
  const pending = unit.collections.invoiceitem.inGroup(customer.id).find((item) => item.invoice === null)
  if (!pending || pending.currency === currency) return customer
  throw refuse(
    `You cannot combine currencies on a single customer. This customer has an active subscription, subscription schedule, discount, quote, or invoice item with currency ${pending.currency}`,
  )
}
