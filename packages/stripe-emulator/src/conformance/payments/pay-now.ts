import type Stripe from 'stripe'
import type { World } from '../harness/world'

/** No way to pay that sends the payer elsewhere, so that no address to come back to is needed. */
export const NO_REDIRECTS = { enabled: true, allow_redirects: 'never' } as const

/** Makes an intent that is confirmed as it is made: 2000 usd by a card that pays, unless told otherwise. */
export function payNow(
  { stripe }: World,
  more: Partial<Stripe.PaymentIntentCreateParams> = {},
  options?: Stripe.RequestOptions,
): Promise<Stripe.PaymentIntent> {
  return stripe.paymentIntents.create(
    {
      amount: 2000,
      currency: 'usd',
      payment_method: 'pm_card_visa',
      confirm: true,
      ...(more.return_url === undefined ? { automatic_payment_methods: NO_REDIRECTS } : {}),
      ...more,
    },
    options,
  )
}
