import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectSound, readRecords } from './invariants'
import { proofSize } from './proof-size'
import { RandomBusiness, step } from './random-business'
import { receiver } from './receiver'
import { clientOf, start } from './start'

const RUNS = proofSize(15, 200)
const PATIENCE_MS = 900_000
const { emulator } = await start({ retryDelaysMs: [0, 0, 0, 0] })

test('the accounts add up and every event is delivered after any random history', {
  timeout: PATIENCE_MS,
}, async () => {
  let run = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40, size: 'max' }), async (steps) => {
      run += 1
      const stripe = clientOf(emulator, {}, `sk_test_random_${run}`)
      const endpoint = await receiver()
      await stripe.webhookEndpoints.create({ url: endpoint.url, enabled_events: ['*'] })
      const business = new RandomBusiness(stripe, (seconds) => emulator.admin.advanceTime(seconds))
      await business.open()
      for (const each of steps) await business.take(each)
      await emulator.settled()
      const records = await readRecords(stripe)
      expectSound(records)
      const heard = new Set(endpoint.received.map(({ body }) => JSON.parse(body).id))
      expect(records.events.filter(({ id }) => !heard.has(id))).toEqual([])
      expect(records.events.every((event) => event.pending_webhooks === 0)).toBe(true)
      await endpoint.close()
    }),
    { numRuns: RUNS },
  )
})
