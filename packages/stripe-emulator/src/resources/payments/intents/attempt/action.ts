import { emit } from '../../../../events/emit'
import type { UnitOfWork } from '../../../../state/unit-of-work'
import type { Instrument } from '../../methods/payment-method'
import type { PaymentIntent } from '../payment-intent'
import type { Attempt } from './outcome'

/** Sends the payer to their bank. Nothing is charged before they come back. */
export function askForAuthentication(
  unit: UnitOfWork,
  intent: PaymentIntent,
  { method }: Instrument,
  returnUrl: string | null,
): Attempt {
  const url = `${unit.context.origin}/authenticate/${intent.id}`
  const asking = unit.put('payment_intent', {
    ...intent,
    last_payment_error: null,
    next_action: nextAction(url, returnUrl),
    payment_method: method.id,
    status: 'requires_action',
  })
  emit(unit, 'payment_intent.requires_action', asking)
  return { is: 'requires_action', intent: asking }
}

/** Without an address to come back to, Stripe's own script takes the payer there. */
function nextAction(url: string, returnUrl: string | null): PaymentIntent['next_action'] {
  if (returnUrl !== null) return { redirect_to_url: { return_url: returnUrl, url }, type: 'redirect_to_url' }
  return { type: 'use_stripe_sdk', use_stripe_sdk: { stripe_js: url, type: 'three_d_secure_redirect' } }
}
