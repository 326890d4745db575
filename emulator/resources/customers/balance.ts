import type Stripe from 'stripe'
import type { Book } from '../../state/book'
import { newId } from '../../state/ids'
import type { Wire } from '../../wire'
import { type Customer, changeCustomer } from './customer'

type BalanceTransaction = Wire<Stripe.CustomerBalanceTransaction>

/** Moves a customer's balance and notes why. Negative is credit, positive is owed. */
export function moveBalance(
  book: Book,
  customer: Customer,
  amount: number,
  because: { type: BalanceTransaction['type']; invoice: string | null; currency: string },
) {
  if (amount === 0) return
  const balance = customer.balance + amount
  book.put('customer_balance_transaction', {
    id: newId('cbtxn'),
    object: 'customer_balance_transaction',
    amount,
    checkout_session: null,
    created: book.now,
    credit_note: null,
    currency: because.currency,
    customer: customer.id,
    customer_account: null,
    description: null,
    ending_balance: balance,
    invoice: because.invoice,
    livemode: false,
    metadata: {},
    type: because.type,
  })
  changeCustomer(book, customer, { balance, currency: customer.currency ?? because.currency })
}
