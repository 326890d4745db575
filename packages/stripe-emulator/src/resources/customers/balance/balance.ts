import type Stripe from 'stripe'
import { newId } from '../../../state/ids'
import type { UnitOfWork } from '../../../state/unit-of-work'
import type { Wire } from '../../../wire/wire'
import { type Customer, changeCustomer } from '../customer'

export type BalanceTransaction = Wire<Stripe.CustomerBalanceTransaction>

interface Because {
  type: BalanceTransaction['type']
  currency: string
  invoice?: string | null
  creditNote?: string | null
  description?: string | null
  metadata?: Record<string, string>
}

/** Moves a customer's balance and notes why, in minor units. Negative is credit, positive is owed. */
export function moveBalance(unit: UnitOfWork, customer: Customer, amount: number, because: Because) {
  if (amount === 0) return
  noteMove(unit, customer, amount, because)
  const balance = customer.balance + amount
  changeCustomer(unit, customer, { balance, currency: customer.currency ?? because.currency })
}

/** Notes a move of the balance that stands on `customer` before it; the customer is changed by the caller. */
export function noteMove(
  unit: UnitOfWork,
  customer: Pick<Customer, 'id' | 'balance'>,
  amount: number,
  { type, currency, invoice = null, creditNote = null, description = null, metadata = {} }: Because,
): BalanceTransaction {
  return unit.put('customer_balance_transaction', {
    id: newId('cbtxn'),
    object: 'customer_balance_transaction',
    amount,
    checkout_session: null,
    created: unit.now,
    credit_note: creditNote,
    currency,
    customer: customer.id,
    customer_account: null,
    description,
    ending_balance: customer.balance + amount,
    invoice,
    livemode: false,
    metadata,
    type,
  })
}
