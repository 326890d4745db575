import type Stripe from 'stripe'
import { emit } from '../../events/emit'
import type { Book } from '../../state/book'
import { newId } from '../../state/ids'
import { refuse } from '../../transport/refusal'
import type { Wire } from '../../wire'
import type { Charge } from '../payments/charge'

export function refundCharge(
  book: Book,
  charge: Charge,
  amount: number,
  { reason, metadata }: { reason: Wire<Stripe.Refund>['reason']; metadata: Record<string, string> },
): Wire<Stripe.Refund> {
  const left = charge.amount - charge.amount_refunded
  if (amount > left)
    throw refuse(`Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`)
  const after = book.put('charge', {
    ...charge,
    amount_refunded: charge.amount_refunded + amount,
    refunded: left === amount,
  })
  const refund: Wire<Stripe.Refund> = {
    id: newId('re'),
    object: 'refund',
    amount,
    balance_transaction: null,
    charge: charge.id,
    created: book.now,
    currency: charge.currency,
    customer: charge.customer,
    customer_account: null,
    metadata,
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'succeeded',
    transfer_reversal: null,
  }
  book.put('refund', refund)
  emit(book, 'charge.refunded', after)
  emit(book, 'refund.created', refund)
  return refund
}
