import type Stripe from 'stripe'
import { expect, test } from 'vitest'
import { draft } from '../testing/bill'
import { clientOf, eventTypes, refusal, start } from '../testing/start'
import { FaultInjector } from './injector'
import type { RequestFault } from './orders'

const IN_USE = /^There is currently another in-progress request using this Idempotent Key .*: k1\. Please try/

/** One call that is struck, and what it left behind. */
async function create(fault: string) {
  const { emulator, stripe } = await start()
  const headers = { 'x-emulator-fault': fault }
  const error = await refusal(stripe.customers.create({ name: 'Ada' }, { headers, idempotencyKey: 'k1' }))
  const again = () => stripe.customers.create({ name: 'Ada' }, { idempotencyKey: 'k1' })
  return { error, again, stripe, emulator, made: await namesOf(stripe) }
}

async function namesOf(stripe: Stripe) {
  return (await stripe.customers.list()).data.map((each) => each.name)
}

test.each<[RequestFault, object]>([
  ['429', { type: 'StripeRateLimitError', statusCode: 429, code: 'rate_limit' }],
  ['429-retry', { type: 'StripeRateLimitError', statusCode: 429, code: 'rate_limit' }],
  ['lock_timeout', { type: 'StripeRateLimitError', statusCode: 429, code: 'lock_timeout' }],
  ['409', { type: 'StripeAPIError', statusCode: 409, code: 'idempotency_key_in_use' }],
  ['500-before', { type: 'StripeAPIError', statusCode: 500, rawType: 'api_error' }],
  ['reset-before', { type: 'StripeConnectionError' }],
])('%s strikes before anything happened, and the key is still free', async (fault, expected) => {
  const { error, again, stripe, made } = await create(fault)
  expect(error).toMatchObject(expected)
  expect(made).toEqual([])
  expect(await eventTypes(stripe)).toEqual([])
  const { lastResponse, name } = await again()
  expect(name).toBe('Ada')
  expect(new Headers(lastResponse.headers).has('idempotent-replayed')).toBe(false)
})

test.each<[RequestFault, object]>([
  ['500-after', { type: 'StripeAPIError', statusCode: 500, rawType: 'api_error' }],
  ['reset-after', { type: 'StripeConnectionError' }],
  ['truncated-after', { type: 'StripeConnectionError' }],
])('%s strikes when the work is done, and the same key finds the true answer', async (fault, expected) => {
  const { error, again, stripe, made } = await create(fault)
  expect(error).toMatchObject(expected)
  expect(made).toEqual(['Ada'])
  const { id, lastResponse } = await again()
  expect(new Headers(lastResponse.headers).get('idempotent-replayed')).toBe('true')
  expect((await stripe.customers.list()).data).toMatchObject([{ id }])
  expect(await eventTypes(stripe)).toEqual(['customer.created'])
})

test.each<[RequestFault, boolean]>([
  ['429', false],
  ['429-retry', true],
  ['lock_timeout', true],
  ['409', true],
  ['500-before', true],
  ['500-after', true],
  ['reset-after', true],
])('whether the SDK tries again by itself after %s: %s', async (kind, triesAgain) => {
  const { emulator, stripe } = await start()
  emulator.admin.orderFault({ kind, times: 1 })
  const patient = clientOf(emulator, { maxNetworkRetries: 1 })
  const call = patient.customers.create({ name: 'Ada' })
  if (triesAgain) expect((await call).name).toBe('Ada')
  else expect((await refusal(call)).statusCode).toBe(429)
  expect(await namesOf(stripe)).toEqual(triesAgain ? ['Ada'] : [])
  expect(emulator.admin.faults()).toEqual([])
})

test('a conflict names the key that is in use', async () => {
  expect((await create('409')).error.message).toMatch(IN_USE)
})

test.each<RequestFault>(['delay-before', 'delay-after'])('%s only delays the call', async (fault) => {
  const { stripe } = await start()
  const begun = performance.now()
  await stripe.customers.create({ name: 'Ada' }, { headers: { 'x-emulator-fault': `${fault}:40` } })
  expect(performance.now() - begun).toBeGreaterThanOrEqual(39)
})

test('a call that is slow to begin has done nothing yet; one that is slow to answer has', async () => {
  const { stripe, emulator } = await start()
  for (const kind of ['delay-before', 'delay-after'] as const) {
    emulator.admin.orderFault({ kind, match: { method: 'POST' }, times: 1, delayMs: 60 })
  }
  const early = stripe.customers.create({ name: 'slow to begin' })
  expect(await namesOf(stripe)).toEqual([])
  await early
  const late = stripe.customers.create({ name: 'slow to answer' })
  while ((await namesOf(stripe)).length < 2) await emulator.settled()
  expect((await late).name).toBe('slow to answer')
})

test('while search is behind, what was just made is not found', async () => {
  const clock = { now: 1_800_000_000 }
  const { stripe, emulator } = await start({ now: () => clock.now })
  const found = async () => (await stripe.customers.search({ query: 'name:"Ada"' })).data.length
  await stripe.customers.create({ name: 'Ada' })
  expect(await found()).toBe(1)
  emulator.admin.orderFault({ kind: 'search-lag', times: 3, delayMs: 30_000 })
  expect(await found()).toBe(0)
  await stripe.customers.list()
  clock.now += 29
  expect(await found()).toBe(0)
  clock.now += 1
  expect(await found()).toBe(1)
  expect(emulator.admin.faults()).toEqual([])
})

test('a draft that cannot be sent right now is finalized all the same', async () => {
  const { stripe, emulator } = await start()
  const { id } = await draft(stripe)
  emulator.admin.orderFault({ kind: 'send-refused', times: 2 })
  await stripe.customers.create({ name: 'Ada' })
  for (let time = 0; time < 2; time++) {
    expect(await refusal(stripe.invoices.sendInvoice(id))).toMatchObject({
      statusCode: 400,
      rawType: 'invalid_request_error',
      message:
        'This invoice cannot be sent right now. Please contact us via https://support.stripe.com/contact with details, so we can help.',
    })
    expect((await stripe.invoices.retrieve(id)).status).toBe('open')
    expect(await eventTypes(stripe)).not.toContain('invoice.sent')
  }
  expect((await stripe.invoices.sendInvoice(id)).status).toBe('open')
  expect(await eventTypes(stripe)).toContain('invoice.sent')
})

test('500-kept leaves nothing behind, comes again with its key, and not with another', async () => {
  const { error, again, stripe, emulator, made } = await create('500-kept')
  expect(error).toMatchObject({ statusCode: 500, rawType: 'api_error' })
  expect(made).toEqual([])
  const repeated = await refusal(again())
  expect(repeated.statusCode).toBe(500)
  expect(new Headers(repeated.headers).get('idempotent-replayed')).toBe('true')
  expect(await eventTypes(stripe)).toEqual([])
  expect((await stripe.customers.create({ name: 'Ada' }, { idempotencyKey: 'k2' })).name).toBe('Ada')
  expect(emulator.admin.faults()).toEqual([])
})

test('a fault ordered ahead strikes the matching calls, so often and no more', async () => {
  const { stripe, emulator } = await start()
  emulator.admin.orderFault({ kind: '429', match: { method: 'POST', path: '/v1/customers' }, times: 2 })
  expect((await stripe.customers.list()).data).toEqual([])
  for (let count = 0; count < 2; count++) {
    expect((await refusal(stripe.customers.create({ name: 'Ada' }))).statusCode).toBe(429)
  }
  expect((await stripe.customers.create({ name: 'Ada' })).name).toBe('Ada')
})

test('a fault is ordered from anywhere with a plain form', async () => {
  const { stripe, emulator } = await start()
  const body = new URLSearchParams({ kind: '500-before', times: '1', path: '/v1/customers' })
  const answer = await emulator.fetch(new Request('http://localhost/faults', { method: 'POST', body }))
  expect(answer.status).toBe(303)
  expect((await refusal(stripe.customers.list())).statusCode).toBe(500)
  expect((await stripe.customers.list()).data).toEqual([])
})

const struckBy = async (call: () => Promise<unknown>) => {
  const results: boolean[] = []
  for (let count = 0; count < 12; count++) {
    results.push(
      await call().then(
        () => false,
        () => true,
      ),
    )
  }
  return results
}

test('a rate with a seed strikes the same calls every time', async () => {
  const strikes = async () => {
    const { stripe, emulator } = await start()
    emulator.admin.orderFault({ kind: '500-before', times: 100, rate: 0.5, seed: 7 })
    return struckBy(() => stripe.customers.list())
  }
  const first = await strikes()
  expect(await strikes()).toEqual(first)
  expect(new Set(first).size).toBe(2)
})

test('a header may ask for a rate as well, and its dice go on from call to call', async () => {
  const strikes = async (fault: string) => {
    const { stripe } = await start()
    return struckBy(() => stripe.customers.list({}, { headers: { 'x-emulator-fault': fault } }))
  }
  const first = await strikes('500-before; rate=0.5; seed=7')
  expect(await strikes('500-before;seed=7;rate=.5')).toEqual(first)
  expect(new Set(first).size).toBe(2)
  expect(new Set(await strikes('429;rate=0'))).toEqual(new Set([false]))
})

test.each(['meteor', '429;rate=2', '429;rate=1.2.3', 'duplicate', 'delay-after:soon'])(
  'a header that asks for "%s" is refused, so that no test is fooled',
  async (fault) => {
    const { stripe } = await start()
    const error = await refusal(stripe.customers.list({}, { headers: { 'x-emulator-fault': fault } }))
    expect(error.statusCode).toBe(400)
    expect(error.message).toMatch(/^Invalid x-emulator-fault: .*; the faults are 429, 429-retry,/)
  },
)

test('search can be behind while other things go wrong', () => {
  const faults = new FaultInjector()
  faults.order({ kind: 'search-lag', times: 2 })
  faults.order({ kind: '429', times: 1 })
  const target = { method: 'GET', path: '/v1/customers/search' }
  const kinds = () => faults.takeRequest(target, new Headers()).map(({ kind }) => kind)
  expect([kinds(), kinds(), kinds()]).toEqual([['429', 'search-lag'], ['search-lag'], []])
})

test('deliveries due at the same time go out in reverse while a reorder fault is ordered', () => {
  const faults = new FaultInjector()
  const due = ['invoice.updated', 'invoice.paid'].map((eventType) => ({ eventType }))
  faults.order({ kind: 'reorder', times: 1 })
  expect(faults.arrange(due)).toEqual(due.toReversed())
  expect(faults.arrange(due)).toEqual(due)
})
