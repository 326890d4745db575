import { createHmac } from 'node:crypto'
import { type APIRequestContext, expect } from '@playwright/test'
import { test } from './support/fixtures'
import { WEBHOOK_SECRET } from './support/settings'

const EVENT = JSON.stringify({
  id: 'evt_of_a_test',
  object: 'event',
  account: 'acct_of_nobody',
  api_version: '2026-10-28.endive',
  created: 1_790_000_000,
  livemode: false,
  pending_webhooks: 1,
  request: null,
  type: 'invoice.paid',
  data: { object: { id: 'in_of_a_test', object: 'invoice' } },
})
const TOO_LARGE = 'x'.repeat(512 * 1024 + 1)

test('a signed event is received, and received again', async ({ request }) => {
  for (const _time of ['first', 'second']) {
    const response = await send(request, EVENT, signature(EVENT))
    expect(response.status()).toBe(200)
    expect(await response.json()).toEqual({ received: true })
  }
})

const REFUSED: [name: string, body: string, signature: string][] = [
  ['without a signature', EVENT, ''],
  ['changed after it was signed', EVENT.replace('paid', 'void'), signature(EVENT)],
  ['signed with another secret', EVENT, signature(EVENT, { secret: 'whsec_of_somebody_else' })],
  ['signed six minutes ago', EVENT, signature(EVENT, { ageSeconds: 360 })],
  ['signed six minutes ahead of time', EVENT, signature(EVENT, { ageSeconds: -360 })],
  ['with a signature of an older scheme only', EVENT, signature(EVENT).replace('v1=', 'v0=')],
  ['with a time in milliseconds', EVENT, signature(EVENT).replace(/t=(\d+)/, 't=$1000')],
  ['with a signature that is no signature', EVENT, 't=,v1='],
  ...['', 'null', '[]', '{}', '"evt"', '{"id":', '\u0000'].map((junk): [string, string, string] => [
    `whose signed body is ${JSON.stringify(junk)}`,
    junk,
    signature(junk),
  ]),
]

for (const [name, body, header] of REFUSED) {
  test(`an event ${name} is refused`, async ({ request }) => {
    const response = await send(request, body, header)
    expect(response.status()).toBe(400)
    expect(await response.json()).toEqual({ error: 'not_verified' })
  })
}

test('an event larger than 512 KB is refused before it is verified', async ({ request }) => {
  const response = await send(request, TOO_LARGE, signature(TOO_LARGE))
  expect(response.status()).toBe(413)
})

test('the address of the webhook answers nothing but POST', async ({ request }) => {
  for (const method of ['GET', 'PUT', 'DELETE'])
    expect((await request.fetch('/api/webhooks/stripe', { method })).status()).toBe(405)
})

function send(request: APIRequestContext, body: string, header: string) {
  const headers = { 'content-type': 'application/json', 'stripe-signature': header }
  return request.post('/api/webhooks/stripe', { headers, data: Buffer.from(body) })
}

function signature(body: string, { secret = WEBHOOK_SECRET, ageSeconds = 0 } = {}) {
  const time = Math.floor(Date.now() / 1000) - ageSeconds
  return `t=${time},v1=${createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')}`
}
