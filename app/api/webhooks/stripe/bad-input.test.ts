import { createHmac } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stripeEvents } from '@/db/schema/queues'
import { asSystem } from '@/db/system'
import { testDatabase } from '@/db/testing/testing'
import { POST } from './route'

testDatabase()

const SECRET = 'whsec_test'

type Bytes = Uint8Array<ArrayBuffer>

beforeAll(() => {
  globalThis.centwiseWebhookSecret = SECRET
})
afterAll(() => {
  globalThis.centwiseWebhookSecret = undefined
})

test.for(['', '{}', '[]', 'null', '"evt"', '{"id":', '{"id":"evt_1","object":"event"}'])(
  '%j is refused, signed or not, and leaves no row',
  async (payload) => {
    expect((await post(payload)).status).toBe(400)
    expect((await post(payload, signed(payload))).status).toBe(400)
    expect(await rows()).toEqual([])
  },
)

test.for<[string, Bytes, number]>([
  ['ten megabytes', new Uint8Array(10_000_000), 413],
  ['a body that is packed', new Uint8Array(gzipSync('{}')), 400],
  ['a body that is not UTF-8', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), 400],
])('%s is refused, though it is signed, and leaves no row', async ([, body, status]) => {
  expect((await post(body, signed(body))).status).toBe(status)
  expect(await rows()).toEqual([])
})

test('after all of it an event is kept', async () => {
  const data = { object: { id: 'in_1', object: 'invoice' } }
  const created = Math.floor(Date.now() / 1000)
  const event = { id: 'evt_1', object: 'event', type: 'invoice.paid', created, livemode: false, data }
  const payload = JSON.stringify(event)
  expect((await post(payload, signed(payload))).status).toBe(200)
  expect(await rows()).toEqual([{ id: 'evt_1' }])
})

function post(body: string | Bytes, headers: HeadersInit = {}) {
  return POST(new Request('http://localhost:3000/api/webhooks/stripe', { method: 'POST', body, headers }))
}

function signed(body: string | Bytes) {
  const time = Math.floor(Date.now() / 1000)
  const hmac = createHmac('sha256', SECRET).update(`${time}.`).update(body).digest('hex')
  return { 'stripe-signature': `t=${time},v1=${hmac}` }
}

function rows() {
  return asSystem((tx) => tx.select({ id: stripeEvents.eventId }).from(stripeEvents))
}
