import 'server-only'
import { env } from '@/lib/boot/env'
import { paths } from '@/lib/paths'
import { STRIPE_API_VERSION, stripe } from './connect'
import { HEARD_TYPES } from './event-types'

declare global {
  // What the emulator signs with; made anew by each process, because it tells the secret only once.
  var centwiseWebhookSecret: string | undefined
}

/** Secrets that may have signed a webhook request: the operator's, or the one of the emulator. */
export function webhookSecrets(): string[] {
  const wired = globalThis.centwiseWebhookSecret
  return wired ? [...env().STRIPE_WEBHOOK_SECRET, wired] : env().STRIPE_WEBHOOK_SECRET
}

/** Has the emulator of this process deliver its events to us. Real Stripe is set up by its owner. */
export async function wireWebhook() {
  if (env().stripeMode !== 'emulator') return
  const url = `${env().appUrl}${paths.api.stripeWebhook}`
  for await (const endpoint of stripe().webhookEndpoints.list({ limit: 100 }))
    if (endpoint.url === url) await stripe().webhookEndpoints.del(endpoint.id)
  const { secret } = await stripe().webhookEndpoints.create({
    url,
    connect: true,
    enabled_events: [...HEARD_TYPES],
    api_version: STRIPE_API_VERSION,
  })
  globalThis.centwiseWebhookSecret = secret
}
