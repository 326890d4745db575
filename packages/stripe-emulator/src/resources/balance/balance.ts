import type Stripe from 'stripe'
import type { UnitOfWork } from '../../state/unit-of-work'
import type { Wire } from '../../wire/wire'
import { accountOf } from '../accounts/account-of'
import { serialiseTransaction } from './transaction'

export type Balance = Wire<Stripe.Balance>

/** Returns what an account has, and what it will have, in each currency that it ever moved. */
export function balanceOf(unit: UnitOfWork): Balance {
  const available = new Map<string, number>([[accountOf(unit).default_currency ?? 'usd', 0]])
  const pending = new Map(available)
  for (const each of unit.collections.balance_transaction.oldestFirst()) {
    const { currency, net, status } = serialiseTransaction(unit, each)
    const sums = status === 'available' ? available : pending
    sums.set(currency, (sums.get(currency) ?? 0) + net)
    const others = status === 'available' ? pending : available
    others.set(currency, others.get(currency) ?? 0)
  }
  return { object: 'balance', available: amounts(available), livemode: false, pending: amounts(pending) }
}

/** Returns what may be paid out, in minor units. */
export function availableMinor(unit: UnitOfWork, currency: string): number {
  return balanceOf(unit).available.find((each) => each.currency === currency)?.amount ?? 0
}

function amounts(sums: Map<string, number>) {
  return [...sums].map(([currency, amount]) => ({ amount, currency, source_types: { card: amount } }))
}
