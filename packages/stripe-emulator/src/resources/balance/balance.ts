import type Stripe from 'stripe'
import type { Book } from '../../state/unit-of-work'
import type { Wire } from '../../wire/wire'
import { accountOf } from '../accounts/account-of'
import { seenTransaction } from './transaction'

export type Balance = Wire<Stripe.Balance>

/** What an account has, and what it will have, in each currency that it ever moved. */
export function balanceOf(book: Book): Balance {
  const available = new Map<string, number>([[accountOf(book).default_currency ?? 'usd', 0]])
  const pending = new Map(available)
  for (const each of book.shelves.balance_transaction.oldestFirst()) {
    const { currency, net, status } = seenTransaction(book, each)
    const sums = status === 'available' ? available : pending
    sums.set(currency, (sums.get(currency) ?? 0) + net)
    const others = status === 'available' ? pending : available
    others.set(currency, others.get(currency) ?? 0)
  }
  return { object: 'balance', available: amounts(available), livemode: false, pending: amounts(pending) }
}

/** What may be paid out, in minor units. */
export function availableMinor(book: Book, currency: string): number {
  return balanceOf(book).available.find((each) => each.currency === currency)?.amount ?? 0
}

function amounts(sums: Map<string, number>) {
  return [...sums].map(([currency, amount]) => ({ amount, currency, source_types: { card: amount } }))
}
