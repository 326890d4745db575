import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import Stripe from 'stripe'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createEmulator } from '../emulator'
import { refusal } from '../testing/start'

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return address.port
}

/** The emulator on a port of its own, and both of the SDK's clients of it. */
async function overTheWire() {
  const emulator = await createEmulator({ origin: 'http://localhost:9' })
  const server = serve({ fetch: emulator.fetch, port: 0, overrideGlobalObjects: false })
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
  })
  const place = { host: '127.0.0.1', port: portOf(server.address()), protocol: 'http' } as const
  const settings = { ...place, maxNetworkRetries: 0, telemetry: false }
  return [
    new Stripe('sk_test_wire', settings),
    new Stripe('sk_test_wire', { ...settings, httpClient: Stripe.createFetchHttpClient() }),
  ]
}

test('half an answer over the wire is a broken connection, and the same key finds the whole one', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  for (const [index, stripe] of (await overTheWire()).entries()) {
    const idempotencyKey = `k${index}`
    const headers = { 'x-emulator-fault': 'truncated-after' }
    const error = await refusal(stripe.customers.create({ name: 'Ada' }, { headers, idempotencyKey }))
    expect(error.type).toBe('StripeConnectionError')
    expect((await stripe.customers.create({ name: 'Ada' }, { idempotencyKey })).name).toBe('Ada')
    expect((await stripe.customers.list()).data).toHaveLength(index + 1)
  }
  logged.mockRestore()
})
