import { createServer } from 'node:http'
import Stripe from 'stripe'
import { afterEach, expect, test } from 'vitest'
import { clock } from '@/lib/clock'
import { askTime, learningTime } from './connect'

const MONTH_MS = 30 * 86_400_000

afterEach(() => {
  globalThis.centwiseAheadMs = undefined
})

/** A Stripe that refuses everybody, by a clock that is `aheadMs` ahead, until it disappears. */
async function refusingStripe(aheadMs: number) {
  const server = createServer((_request, response) => {
    response.setHeader('date', new Date(Date.now() + aheadMs).toUTCString())
    response.writeHead(401, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ error: { type: 'invalid_request_error', message: 'Who are you?' } }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const httpClient = learningTime(Stripe.createNodeHttpClient())
  return {
    client: new Stripe('sk_test_1', { host: '127.0.0.1', port, protocol: 'http', httpClient }),
    disappear: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  }
}

test('a process learns the time from any answer of Stripe, and keeps it when Stripe is out of reach', async () => {
  const { client, disappear } = await refusingStripe(MONTH_MS)
  await askTime(client)
  expect(Math.abs(clock.aheadMs() - MONTH_MS)).toBeLessThan(5_000)
  const known = clock.aheadMs()
  await disappear()
  await askTime(client)
  expect(clock.aheadMs()).toBe(known)
})
