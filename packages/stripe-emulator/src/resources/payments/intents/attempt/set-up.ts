import { emit } from '../../../../events/emit'
import type { UnitOfWork } from '../../../../state/unit-of-work'
import { consume } from '../../instrument'
import type { Instrument, PaymentMethod } from '../../methods/payment-method'
import { verified } from '../../methods/payment-method'
import type { PaymentIntent } from '../payment-intent'

/** Returns whether a customer proved who they are with this card, and agreed to later payments without them. */
export function isSetUp(unit: UnitOfWork, { id, customer }: PaymentMethod): boolean {
  if (customer === null) return false
  return unit.collections.payment_intent.inGroup(customer).some((intent) => {
    const { payment_method, setup_future_usage, status } = intent
    return payment_method === id && setup_future_usage === 'off_session' && status === 'succeeded'
  })
}

/** After a payment its method is kept for the customer who agreed to that, and is otherwise used up. */
export function keepOrUseUp(unit: UnitOfWork, intent: PaymentIntent, instrument: Instrument) {
  const { method } = instrument
  const { customer, setup_future_usage } = intent
  if (method.customer !== null || customer === null || setup_future_usage === null) {
    consume(unit, instrument)
    return
  }
  const attached = unit.put('payment_method', { ...verified(method), customer })
  emit(unit, 'payment_method.attached', attached)
}
