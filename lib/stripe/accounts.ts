import 'server-only'
import { env } from '@/lib/boot/env'
import { done, type Result, refuse } from '@/lib/result'
import { emulator, stripe } from './connect'
import { failureOf } from './failures'

type Business = { name: string; country: string; currency: string; email: string; timeZone: string }

/**
 * The Stripe account of a new business: one of its own where there may be many, else `own`, the account of the secret
 * key, which the database gives to one business only.
 */
export async function openStripeAccount(business: Business): Promise<Result<string>> {
  const { stripeMode, STRIPE_CONNECT } = env()
  if (stripeMode === 'remote' && !STRIPE_CONNECT) return done('own')
  try {
    return done(await createAccount(business))
  } catch (error) {
    const { kind, message } = failureOf(error)
    return kind === 'unknown'
      ? refuse('stripe_unreachable', 'Stripe could not be reached. Try again in a moment.')
      : refuse('stripe_refused', message)
  }
}

async function createAccount({ name, country, currency, email, timeZone }: Business) {
  const { id } = await stripe().accounts.create({
    country,
    email,
    default_currency: currency,
    business_profile: { name },
    controller: {
      stripe_dashboard: { type: 'full' },
      fees: { payer: 'account' },
      losses: { payments: 'stripe' },
      requirement_collection: 'stripe',
    },
  })
  // Real Stripe is told in its Dashboard, where the emulator has none.
  const inside = await emulator()
  await inside?.admin.setTimeZone(id, timeZone)
  return id
}
