import { emit } from '../../../events/emit'
import type { Book } from '../../../state/unit-of-work'
import { forgetTimers } from './attempt/debit'
import type { PaymentIntent } from './payment-intent'

/** Ends an intent that was not paid. What was held is let go, what a bank was asked for is called back. */
export function cancelIntent(
  book: Book,
  intent: PaymentIntent,
  reason: PaymentIntent['cancellation_reason'],
): PaymentIntent {
  forgetTimers(book, intent.id)
  const charge = book.get('charge', intent.latest_charge ?? '')
  if (charge?.status === 'pending') book.put('charge', { ...charge, status: 'failed' })
  const canceled = book.put('payment_intent', {
    ...intent,
    amount_capturable: 0,
    canceled_at: book.now,
    cancellation_reason: reason,
    next_action: null,
    status: 'canceled',
  })
  emit(book, 'payment_intent.canceled', canceled)
  return canceled
}
