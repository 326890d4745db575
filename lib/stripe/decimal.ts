import 'server-only'
import Stripe from 'stripe'

/** A decimal as the SDK wants it: exact, whatever its length. */
export function stripeDecimal(text: string) {
  return Stripe.Decimal.from(text)
}
