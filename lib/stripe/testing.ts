import Stripe from 'stripe'

/** The header with which Stripe would sign a webhook body now. */
export function signatureOf(payload: string, secret: string) {
  return Stripe.webhooks.generateTestHeaderString({ payload, secret })
}
