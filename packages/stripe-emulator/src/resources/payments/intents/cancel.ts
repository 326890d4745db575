import { emit } from '../../../events/emit'
import type { UnitOfWork } from '../../../state/unit-of-work'
import { forgetTimers } from './attempt/debit'
import type { PaymentIntent } from './payment-intent'

/** Ends an intent that was not paid. What was held is let go, what a bank was asked for is called back. */
export function cancelIntent(
  unit: UnitOfWork,
  intent: PaymentIntent,
  reason: PaymentIntent['cancellation_reason'],
): PaymentIntent {
  forgetTimers(unit, intent.id)
  const charge = unit.get('charge', intent.latest_charge ?? '')
  if (charge?.status === 'pending') unit.put('charge', { ...charge, status: 'failed' })
  const canceled = unit.put('payment_intent', {
    ...intent,
    amount_capturable: 0,
    canceled_at: unit.now,
    cancellation_reason: reason,
    next_action: null,
    status: 'canceled',
  })
  emit(unit, 'payment_intent.canceled', canceled)
  return canceled
}
