import { expect, test } from 'vitest'
import { clientOf, refusal, start } from '../testing/start'
import { FaultDesk } from './fault-desk'
import type { RequestFault } from './orders'

async function create(fault: string, options: { retries?: number } = {}) {
  const { emulator, stripe } = await start()
  const client = clientOf(emulator, { maxNetworkRetries: options.retries ?? 0 })
  const headers = { 'x-emulator-fault': fault }
  const error = await refusal(client.customers.create({ name: 'Ada' }, { headers, idempotencyKey: 'k1' }))
  return { error, stripe, emulator, kept: (await stripe.customers.list()).data.length }
}

test.each<[RequestFault, string, number | undefined, string | undefined]>([
  ['429', 'StripeRateLimitError', 429, 'rate_limit'],
  ['lock_timeout', 'StripeRateLimitError', 429, 'lock_timeout'],
  ['409', 'StripeAPIError', 409, 'idempotency_key_in_use'],
  ['500-before', 'StripeAPIError', 500, undefined],
  ['reset-before', 'StripeConnectionError', undefined, undefined],
])('%s strikes before anything happened', async (fault, type, status, code) => {
  const { error, kept } = await create(fault)
  expect(error).toMatchObject({ type })
  expect(error.statusCode).toBe(status)
  expect(error.code).toBe(code)
  expect(kept).toBe(0)
})

test.each<RequestFault>(['500-after', 'reset-after', 'truncated-after'])(
  '%s strikes when the work is done, and the same key finds it',
  async (fault) => {
    const { stripe, kept } = await create(fault)
    expect(kept).toBe(1)
    await stripe.customers.create({ name: 'Ada' }, { idempotencyKey: 'k1' })
    expect((await stripe.customers.list()).data).toHaveLength(1)
  },
)

test('a delay only takes time', async () => {
  const { stripe } = await start()
  const begun = Date.now()
  await stripe.customers.create({ name: 'Ada' }, { headers: { 'x-emulator-fault': 'delay-after:40' } })
  expect(Date.now() - begun).toBeGreaterThanOrEqual(39)
})

test('a fault ordered ahead strikes the matching calls, so often and no more', async () => {
  const { stripe, emulator } = await start()
  emulator.desk.orderFault({ kind: '429', match: { method: 'POST', path: '/v1/customers' }, times: 2 })
  expect((await stripe.customers.list()).data).toEqual([])
  for (let count = 0; count < 2; count++) {
    expect((await refusal(stripe.customers.create({ name: 'Ada' }))).statusCode).toBe(429)
  }
  expect((await stripe.customers.create({ name: 'Ada' })).name).toBe('Ada')
})

test('the SDK gets over a fault by itself, with one effect', async () => {
  const { emulator, stripe } = await start()
  emulator.desk.orderFault({ kind: 'reset-after', times: 1 })
  const patient = clientOf(emulator, { maxNetworkRetries: 2 })
  await patient.customers.create({ name: 'Ada' })
  expect((await stripe.customers.list()).data).toHaveLength(1)
  expect(emulator.calls.filter((call) => call.method === 'POST')).toHaveLength(2)
})

test('a rate with a seed strikes the same calls every time', async () => {
  const strikes = async () => {
    const { stripe, emulator } = await start()
    emulator.desk.orderFault({ kind: '500-before', times: 100, rate: 0.5, seed: 7 })
    const results: boolean[] = []
    for (let count = 0; count < 12; count++) {
      results.push(
        await stripe.customers.list().then(
          () => true,
          () => false,
        ),
      )
    }
    return results
  }
  const first = await strikes()
  expect(await strikes()).toEqual(first)
  expect(new Set(first).size).toBe(2)
})

test('what is due at once goes out backwards while a reorder stands', () => {
  const faults = new FaultDesk()
  const due = ['invoice.updated', 'invoice.paid'].map((eventType) => ({ eventType }))
  faults.order({ kind: 'reorder', times: 1 })
  expect(faults.arrange(due)).toEqual(due.toReversed())
  expect(faults.arrange(due)).toEqual(due)
})
