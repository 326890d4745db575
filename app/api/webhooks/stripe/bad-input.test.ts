import { gzipSync } from 'node:zlib'
import Stripe from 'stripe'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stripeEvents } from '@/db/schema/queues'
import { asSystem } from '@/db/system'
import { testDatabase } from '@/db/testing'
import { POST } from './route'

testDatabase()

const SECRET = 'whsec_test'
const NOT_UTF8 = new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])

beforeAll(() => {
  globalThis.centwiseWebhookSecret = SECRET
})
afterAll(() => {
  globalThis.centwiseWebhookSecret = undefined
})

test.for(['', '{}', '[]', 'null', '"evt"', '{"id":', '{"id":"evt_1","object":"event"}'])(
  'B87: %j is refused, signed or not, and leaves no row',
  async (payload) => {
    const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret: SECRET })
    for (const headers of [{ 'stripe-signature': signature }, {}])
      expect((await post(payload, headers)).status).toBe(400)
    expect(await rows()).toEqual([])
  },
)

test.for<[string, Uint8Array<ArrayBuffer>, HeadersInit, number]>([
  ['ten megabytes', new Uint8Array(10_000_000), {}, 413],
  ['a body that is packed', new Uint8Array(gzipSync('{}')), { 'content-encoding': 'gzip' }, 400],
  ['a body that is not UTF-8', NOT_UTF8, {}, 400],
])('B87: %s is refused and leaves no row', async ([, body, headers, status]) => {
  expect((await post(body, headers)).status).toBe(status)
  expect(await rows()).toEqual([])
})

test('B87: after all of it an event is kept', async () => {
  const data = { object: { id: 'in_1', object: 'invoice' } }
  const created = Math.floor(Date.now() / 1000)
  const event = { id: 'evt_1', object: 'event', type: 'invoice.paid', created, livemode: false, data }
  const payload = JSON.stringify(event)
  const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret: SECRET })
  expect((await post(payload, { 'stripe-signature': signature })).status).toBe(200)
  expect(await rows()).toEqual([{ id: 'evt_1' }])
})

function post(body: string | Uint8Array<ArrayBuffer>, headers: HeadersInit) {
  return POST(new Request('http://localhost:3000/api/webhooks/stripe', { method: 'POST', body, headers }))
}

function rows() {
  return asSystem((tx) => tx.select({ id: stripeEvents.eventId }).from(stripeEvents))
}
