import type Stripe from 'stripe'
import { emit, emitUpdate } from '../../events/emit'
import { newId } from '../../state/ids'
import type { Book } from '../../state/unit-of-work'
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
export function giveBack(book: Book, charge: Charge, amount: number, terms: RefundTerms): Refund {
  const fate = fateOf(book, charge)
  const asked = newRefund(book, charge, amount, terms, fate === 'settles_later')
  const refund = book.put('refund', {
    ...asked,
    balance_transaction: recordRefund(book, asked, charge).id,
  })
  changeRefunded(book, charge, amount, 'charge.refunded')
  emit(book, 'refund.created', refund)
  if (fate) {
    const what = fate === 'settles_later' ? 'refund_settles' : 'refund_fails'
    schedule(book, refund.id, what, book.now + REFUND_ENDS_AFTER_SECONDS)
  }
  return refund
}

/** Changes a refund, and tells of it under both of its names. */
export function changeRefund(book: Book, refund: Refund, changes: Partial<Refund>): Refund {
  const after = book.put('refund', { ...refund, ...changes })
  emitUpdate(book, 'refund.updated', refund, after)
  emitUpdate(book, 'charge.refund.updated', refund, after)
  return after
}

/** Counts what was given back of a charge; a negative amount is what came back. */
export function changeRefunded(book: Book, { id }: Charge, amount: number, event: string) {
  const before = book.need('charge', id, 'charge')
  const amount_refunded = before.amount_refunded + amount
  const refunded = amount_refunded === before.amount_captured
  const after = book.put('charge', { ...before, amount_refunded, refunded })
  emitUpdate(book, event, before, after)
}

/** Banks take their time with a refund; so do two of the test cards. */
function fateOf(book: Book, charge: Charge): 'settles_later' | 'fails_later' | undefined {
  if (charge.payment_method_details?.type !== 'card') return 'settles_later'
  return behaviourOf(book.get('instrument', charge.id)?.number ?? '').refund
}

function newRefund(
  book: Book,
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
    created: book.now,
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
