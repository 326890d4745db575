import type Stripe from 'stripe'
import { newId } from '../../state/ids'
import type { UnitOfWork } from '../../state/unit-of-work'
import type { Wire } from '../../wire/wire'

export type BalanceTransaction = Wire<Stripe.BalanceTransaction>

interface Movement {
  type: BalanceTransaction['type']
  /** In minor units; negative is what leaves the balance. */
  amount: number
  currency: string
  description: string | null
  feeDetails?: BalanceTransaction['fee_details']
  isAvailable?: boolean
  reportingCategory: string
  source: string
}

/** Money from payments may be paid out two days later. */
const AVAILABLE_AFTER_SECONDS = 2 * 86_400

/** Notes a movement of the account's money. */
export function recordMovement(unit: UnitOfWork, movement: Movement): BalanceTransaction {
  const { amount, currency, description, feeDetails = [], isAvailable = false, source, type } = movement
  const fee = feeDetails.reduce((sum, each) => sum + each.amount, 0)
  return unit.put('balance_transaction', {
    id: newId('txn'),
    object: 'balance_transaction',
    amount,
    available_on: isAvailable ? unit.now : unit.now + AVAILABLE_AFTER_SECONDS,
    balance_type: 'payments',
    created: unit.now,
    currency,
    description,
    exchange_rate: null,
    fee,
    fee_details: feeDetails,
    net: amount - fee,
    reporting_category: movement.reportingCategory,
    source,
    status: isAvailable ? 'available' : 'pending',
    type,
  })
}

/** Returns a balance transaction as the API shows it: what was pending becomes available in time. */
export function serialiseTransaction(unit: UnitOfWork, transaction: BalanceTransaction): BalanceTransaction {
  const isDue = transaction.status === 'pending' && transaction.available_on <= unit.now
  return isDue ? { ...transaction, status: 'available' } : transaction
}

export function stripeFee(amount: number, currency: string, description: string) {
  return { amount, application: null, currency, description, type: 'stripe_fee' }
}
