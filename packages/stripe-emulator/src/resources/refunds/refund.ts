import type Stripe from 'stripe'
import { emit, emitUpdate } from '../../events/emit'
import { newId } from '../../state/ids'
import type { UnitOfWork } from '../../state/unit-of-work'
import { REFUND_ENDS_AFTER_SECONDS } from '../../unconfirmed'
import type { Wire } from '../../wire/wire'
import { recordRefund } from '../balance/movements'
import type { Charge } from '../payments/charges/charge'
import { schedule } from '../payments/intents/attempt/debit'
import { behaviourOf } from '../payments/numbers/test-cards'

export type Refund = Wire<Stripe.Refund>

export interface RefundTerms {
  reason?: Refund['reason']
  metadata?: Record<string, string>
  instructionsEmail?: string
}

/** Gives back `amount` of a charge, in minor units. What may not be given back is the caller's to refuse. */
export function giveBack(unit: UnitOfWork, charge: Charge, amount: number, terms: RefundTerms): Refund {
  const fate = fateOf(unit, charge)
  const asked = newRefund(unit, charge, amount, terms, fate === 'settles_later')
  const refund = unit.put('refund', {
    ...asked,
    balance_transaction: recordRefund(unit, asked, charge).id,
  })
  changeRefunded(unit, charge, amount, 'charge.refunded')
  emit(unit, 'refund.created', refund)
  if (fate) {
    const what = fate === 'settles_later' ? 'refund_settles' : 'refund_fails'
    schedule(unit, refund.id, what, unit.now + REFUND_ENDS_AFTER_SECONDS)
  }
  return refund
}

/** Changes a refund, and tells of it under both of its names. */
export function changeRefund(unit: UnitOfWork, refund: Refund, changes: Partial<Refund>): Refund {
  const after = unit.put('refund', { ...refund, ...changes })
  emitUpdate(unit, 'refund.updated', refund, after)
  emitUpdate(unit, 'charge.refund.updated', refund, after)
  return after
}

/** Counts what was given back of a charge; a negative amount is what came back. */
export function changeRefunded(unit: UnitOfWork, { id }: Charge, amount: number, event: string) {
  const before = unit.need('charge', id, 'charge')
  const amount_refunded = before.amount_refunded + amount
  const refunded = amount_refunded === before.amount_captured
  const after = unit.put('charge', { ...before, amount_refunded, refunded })
  emitUpdate(unit, event, before, after)
}

/** Banks take their time with a refund; so do two of the test cards. */
function fateOf(unit: UnitOfWork, charge: Charge): 'settles_later' | 'fails_later' | undefined {
  if (charge.payment_method_details?.type !== 'card') return 'settles_later'
  return behaviourOf(unit.get('instrument', charge.id)?.number ?? '').refund
}

function newRefund(
  unit: UnitOfWork,
  charge: Charge,
  amount: number,
  { reason = null, metadata = {}, instructionsEmail }: RefundTerms,
  isPending: boolean,
): Refund {
  const isCard = charge.payment_method_details?.type === 'card'
  return {
    id: newId(isCard ? 're' : 'pyr'),
    object: 'refund',
    amount,
    balance_transaction: null,
    charge: charge.id,
    created: unit.now,
    currency: charge.currency,
    customer: charge.customer,
    customer_account: null,
    ...(isCard ? { destination_details: ON_CARD } : {}),
    ...(instructionsEmail === undefined ? {} : { instructions_email: instructionsEmail }),
    metadata,
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    ...(isPending ? { pending_reason: 'processing' } : {}),
    reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: isPending ? 'pending' : 'succeeded',
    transfer_reversal: null,
  }
}

const ON_CARD: Refund['destination_details'] = {
  card: { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' },
  type: 'card',
}
