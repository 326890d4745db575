import type Stripe from 'stripe'
import { emit } from '../../events/emit'
import { newId } from '../../state/ids'
import type { UnitOfWork } from '../../state/unit-of-work'
import { PAYOUTS_ARRIVE_AFTER_SECONDS } from '../../unconfirmed'
import { refuse } from '../../wire/refusal'
import type { Wire } from '../../wire/wire'
import { availableMinor } from './balance'
import { recordMovement } from './transaction'

export type Payout = Wire<Stripe.Payout>

export interface PayoutTerms {
  amount: number
  currency: string
  description: string | null
  destination: string | null
  metadata: Record<string, string>
  method: string
  source_type: string
  statement_descriptor: string | null
}

/** Sends money of the balance to the account's bank; refused when there is not enough of it. */
export function payOut(unit: UnitOfWork, terms: PayoutTerms): Payout {
  const { amount, currency } = terms
  if (amount > availableMinor(unit, currency)) throw refuse(TOO_LITTLE, { code: 'balance_insufficient' })
  const id = newId('po')
  const payout = unit.put('payout', {
    ...terms,
    id,
    object: 'payout',
    application_fee: null,
    application_fee_amount: null,
    arrival_date: unit.now + PAYOUTS_ARRIVE_AFTER_SECONDS,
    automatic: false,
    balance_transaction: movement(unit, id, terms, 'payout'),
    created: unit.now,
    destination: terms.destination ?? newId('ba'),
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    original_payout: null,
    payout_method: null,
    reconciliation_status: 'not_applicable',
    reversed_by: null,
    status: 'pending',
    trace_id: null,
    type: 'bank_account',
  })
  emit(unit, 'payout.created', payout)
  return payout
}

/** Calls a payout back that has not left yet. */
export function cancelPayout(unit: UnitOfWork, payout: Payout): Payout {
  if (serialisePayout(unit, payout).status !== 'pending') {
    throw refuse('Payouts can only be canceled while they are pending.')
  }
  const canceled = unit.put('payout', {
    ...payout,
    failure_balance_transaction: movement(unit, payout.id, payout, 'payout_cancel'),
    status: 'canceled',
  })
  emit(unit, 'payout.canceled', canceled)
  return canceled
}

/** Returns a payout as the API shows it: it arrives in time. */
export function serialisePayout(unit: UnitOfWork, payout: Payout): Payout {
  return payout.status === 'pending' && payout.arrival_date <= unit.now
    ? { ...payout, status: 'paid' }
    : payout
}

function movement(
  unit: UnitOfWork,
  source: string,
  { amount, currency }: Pick<Payout, 'amount' | 'currency'>,
  type: 'payout' | 'payout_cancel',
): string {
  const isLeaving = type === 'payout'
  return recordMovement(unit, {
    amount: isLeaving ? -amount : amount,
    currency,
    description: isLeaving ? 'STRIPE PAYOUT' : 'STRIPE PAYOUT CANCELED',
    isAvailable: true,
    reportingCategory: isLeaving ? 'payout' : 'payout_reversal',
    source,
    type,
  }).id
}

const TOO_LITTLE =
  'You have insufficient funds in your Stripe account for this transfer. Your card balance is too low.  You can use the /v1/balance endpoint to view your Stripe balance (for more details, see stripe.com/docs/api#balance).'
