import { once } from 'node:events'
import { serve } from '@hono/node-server'
import Stripe from 'stripe'
import { createEmulator, type Emulator } from 'stripe-emulator'
import { uuidv7 } from '@/db/schema/uuid'
import { freePort } from '@/scripts/launch/process'
import { STRIPE_KEY, WEBHOOK_SECRET } from './variables'

/** An emulator on a port of its own; `latencyMs` is how long each call to it takes. */
export type LocalStripe = { origin: string; emulator: Emulator; sdk: Stripe; close(): Promise<void> }

export async function startStripe(latencyMs = 0): Promise<LocalStripe> {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const emulator = await createEmulator({ origin, latencyMs })
  const server = serve({ fetch: emulator.fetch, port, overrideGlobalObjects: false })
  await once(server, 'listening')
  const sdk = new Stripe(STRIPE_KEY, { host: 'localhost', port, protocol: 'http', telemetry: false })
  const close = async () => {
    server.close()
    await emulator.close()
  }
  return { origin, emulator, sdk, close }
}

/** An event as Stripe posts it. */
export function signed(event: { id: string }) {
  const payload = JSON.stringify(event)
  const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret: WEBHOOK_SECRET })
  const headers = { 'content-type': 'application/json', 'stripe-signature': signature }
  return { method: 'POST', headers, body: payload }
}

/** An event that nothing follows from. */
export function newEvent() {
  const object = {
    id: 'cus_1',
    object: 'customer',
    email: 'client@example.com',
    description: 'x'.repeat(1500),
  }
  return {
    id: `evt_${uuidv7().replaceAll('-', '')}`,
    object: 'event' as const,
    api_version: '2026-10-28.endive',
    created: Math.floor(Date.now() / 1000),
    data: { object },
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type: 'customer.updated',
  }
}
