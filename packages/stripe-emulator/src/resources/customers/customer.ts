import type Stripe from 'stripe'
import { emitUpdate } from '../../events/emit'
import { newId, newInvoicePrefix } from '../../state/ids'
import type { Book } from '../../state/unit-of-work'
import { refuse } from '../../wire/refusal'
import type { Wire } from '../../wire/wire'
import { shownCustomer } from './serialise'

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
export function changeCustomer(book: Book, customer: Customer, changes: Partial<Customer>): Customer {
  const after = book.put('customer', { ...customer, ...changes })
  emitUpdate(book, 'customer.updated', shownCustomer(customer), shownCustomer(after))
  return after
}

/** Whether a customer owes what should have been paid by now; says so when that is new. */
export function setDelinquent(book: Book, customerId: string | null, delinquent: boolean) {
  const customer = book.get('customer', customerId ?? '')
  if (customer && customer.delinquent !== delinquent) changeCustomer(book, customer, { delinquent })
}

/** The first item fixes a customer's currency; items that wait for an invoice must all share it. */
export function fixCurrency(book: Book, customer: Customer, currency: string) {
  if (!customer.currency) return changeCustomer(book, customer, { currency })
  const pending = book.shelves.invoiceitem.inGroup(customer.id).find((item) => item.invoice === null)
  if (!pending || pending.currency === currency) return customer
  throw refuse(
    `You cannot combine currencies on a single customer. This customer has an active subscription, subscription schedule, discount, quote, or invoice item with currency ${pending.currency}`,
  )
}
