import { expect, test } from 'vitest'
import { memoryStore } from '../state/store/store'
import { customer, draft } from '../testing/bill'
import { receiver } from '../testing/receiver'
import { clientOf, start } from '../testing/start'

const NOW = 1_800_000_000
const HOUR = 3600
const DAY = 24 * HOUR

/** An emulator whose time is moved by hand. */
async function still(options: Parameters<typeof start>[0] = {}) {
  const time = { now: NOW }
  return { ...(await start({ now: () => time.now, ...options })), time }
}

test('a draft that advances is finalized and sent once its hour has passed', async () => {
  const { stripe, emulator, time } = await still()
  const { id } = await draft(stripe, undefined, { auto_advance: true })
  time.now += HOUR
  await emulator.settled()
  expect((await stripe.invoices.retrieve(id)).status).toBe('draft')
  time.now += 10
  await emulator.settled()
  const invoice = await stripe.invoices.retrieve(id)
  expect(invoice).toMatchObject({ status: 'open', status_transitions: { finalized_at: NOW + HOUR + 1 } })
  expect(emulator.admin.outbox()).toMatchObject([{ kind: 'invoice', invoice: id }])
})

test("every answer tells the emulator's own time, moved ahead or not", async () => {
  const { emulator } = await still()
  const dates = async () => {
    const paths = ['/v1/customers', '/v1/nowhere', '/']
    const answers = paths.map((path) => emulator.fetch(new Request(`http://localhost${path}`)))
    return (await Promise.all(answers)).map(({ headers }) => headers.get('date'))
  }
  expect(new Set(await dates())).toEqual(new Set([new Date(NOW * 1000).toUTCString()]))
  await emulator.admin.advanceTime(30 * DAY)
  expect(new Set(await dates())).toEqual(new Set([new Date((NOW + 30 * DAY) * 1000).toUTCString()]))
})

test('a timer finalizes the draft without any request', async () => {
  const { stripe, emulator } = await start()
  const automatically_finalizes_at = Math.floor(Date.now() / 1000) + 2
  const { id } = await draft(stripe, undefined, { automatically_finalizes_at })
  await expect.poll(async () => (await stripe.invoices.retrieve(id)).status, { timeout: 10_000 }).toBe('open')
  await emulator.close()
})

test('a draft whose creation nobody acknowledges waits for three days', async () => {
  const hook = await receiver()
  hook.answerWith(500, 500, 500, 500, 500, 500)
  const { stripe, emulator, time } = await still()
  await stripe.webhookEndpoints.create({ url: hook.url, enabled_events: ['invoice.created'] })
  const { id } = await draft(stripe, undefined, { auto_advance: true })
  await expect
    .poll(async () => {
      await emulator.settled()
      return emulator.admin.deliveries().map(({ state }) => state)
    })
    .toEqual(['failed'])
  time.now += 3 * DAY - HOUR
  await emulator.settled()
  expect(await stripe.invoices.retrieve(id)).toMatchObject({ status: 'draft', webhooks_delivered_at: null })
  time.now += HOUR
  await emulator.settled()
  expect((await stripe.invoices.retrieve(id)).status).toBe('open')
  await hook.close()
})

test('a draft waits for an hour after a late acknowledgement', async () => {
  const hook = await receiver()
  hook.answerWith(500, 500, 500)
  const { stripe, emulator, time } = await still()
  await stripe.webhookEndpoints.create({ url: hook.url, enabled_events: ['invoice.created'] })
  const { id } = await draft(stripe, undefined, { auto_advance: true })
  await expect
    .poll(async () => {
      await emulator.settled()
      return emulator.admin.deliveries().map(({ state }) => state)
    })
    .toEqual(['failed'])
  time.now += 2 * DAY
  await emulator.admin.deliverNow(emulator.admin.deliveries()[0]?.id ?? '')
  time.now += HOUR - 1
  await emulator.settled()
  expect(await stripe.invoices.retrieve(id)).toMatchObject({
    status: 'draft',
    webhooks_delivered_at: NOW + 2 * DAY,
  })
  time.now += 1
  await emulator.settled()
  expect((await stripe.invoices.retrieve(id)).status).toBe('open')
  await hook.close()
})

test('a draft with a time of its own does not wait for webhooks', async () => {
  const { stripe, emulator, time } = await still()
  const hook = 'http://localhost:9/nobody'
  await stripe.webhookEndpoints.create({ url: hook, enabled_events: ['invoice.created'] })
  const { id } = await draft(stripe, undefined, { automatically_finalizes_at: NOW + DAY })
  time.now += DAY
  await emulator.settled()
  expect((await stripe.invoices.retrieve(id)).status).toBe('open')
})

test('work that fell due while nothing ran is done at the next start, dated when it was due', async () => {
  const store = memoryStore()
  const first = await still({ store })
  const { id } = await draft(first.stripe, undefined, { auto_advance: true, days_until_due: 1 })
  await first.emulator.close()
  const second = await start({ store, now: () => NOW + 5 * DAY })
  await second.emulator.settled()
  const invoice = await second.stripe.invoices.retrieve(id, { expand: ['customer'] })
  expect(invoice.status_transitions.finalized_at).toBe(NOW + HOUR + 1)
  expect(invoice.customer).toMatchObject({ delinquent: true })
  await second.emulator.close()
})

test('a clock that was moving when the process ended arrives after the next start', async () => {
  const store = memoryStore()
  const first = await still({ store })
  const clock = await first.stripe.testHelpers.testClocks.create({ frozen_time: NOW })
  const owner = await customer(first.stripe, { test_clock: clock.id })
  const { id } = await draft(first.stripe, undefined, { customer: owner.id, auto_advance: true })
  await first.stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: NOW + DAY })
  await first.emulator.close()
  const second = await start({ store, now: () => NOW })
  await second.emulator.settled()
  const ready = await second.stripe.testHelpers.testClocks.retrieve(clock.id)
  expect(ready).toMatchObject({ frozen_time: NOW + DAY, status: 'ready' })
  expect((await second.stripe.invoices.retrieve(id)).status).toBe('open')
  await second.emulator.close()
})

test('a clock that is moving cannot be changed', async () => {
  const { stripe } = await still()
  const { id } = await stripe.testHelpers.testClocks.create({ frozen_time: NOW })
  const advance = (to: number) => stripe.testHelpers.testClocks.advance(id, { frozen_time: to })
  const outcomes = await Promise.allSettled([advance(NOW + DAY), advance(NOW + 2 * DAY)])
  expect(outcomes).toMatchObject([
    { status: 'fulfilled', value: { status: 'advancing' } },
    {
      status: 'rejected',
      reason: {
        statusCode: 429,
        message: `Test clock advancement underway - cannot perform modifications: ${id}`,
      },
    },
  ])
})

test('objects of a test clock ignore the emulator’s own time', async () => {
  const { stripe, emulator, time } = await still()
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: NOW })
  const owner = await customer(stripe, { test_clock: clock.id })
  const { id } = await draft(stripe, undefined, { customer: owner.id, auto_advance: true })
  time.now += 10 * DAY
  await emulator.settled()
  expect((await stripe.invoices.retrieve(id)).status).toBe('draft')
})

test('objects of a deleted clock never change again', async () => {
  const { stripe, emulator, time } = await still()
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: NOW })
  const owner = await customer(stripe, { test_clock: clock.id })
  const { id } = await draft(stripe, undefined, { customer: owner.id, auto_advance: true })
  await stripe.testHelpers.testClocks.del(clock.id)
  time.now += 10 * DAY
  await emulator.settled()
  expect((await stripe.invoices.retrieve(id)).status).toBe('draft')
})

test('moving the time forward does everything that falls due, and lasts over a restart', async () => {
  const store = memoryStore()
  const first = await still({ store })
  const { id } = await draft(first.stripe, undefined, { auto_advance: true, days_until_due: 2 })
  await first.emulator.admin.advanceTime(3 * DAY)
  const invoice = await first.stripe.invoices.retrieve(id, { expand: ['customer'] })
  expect(invoice.status_transitions.finalized_at).toBe(NOW + HOUR + 1)
  expect(invoice.customer).toMatchObject({ delinquent: true })
  await first.emulator.close()
  const second = await start({ store, now: () => NOW + 5 })
  expect(second.emulator.admin.now()).toBe(NOW + 3 * DAY + 5)
  expect((await customer(second.stripe)).created).toBe(NOW + 3 * DAY + 5)
  await second.emulator.close()
})

test('events of automatic work are delivered', async () => {
  const hook = await receiver()
  const { stripe, emulator, time } = await still()
  await stripe.webhookEndpoints.create({ url: hook.url, enabled_events: ['invoice.sent'] })
  await draft(stripe, undefined, { auto_advance: true })
  time.now += 2 * HOUR
  await emulator.settled()
  expect(hook.received.map(({ type }) => type)).toEqual(['invoice.sent'])
  await hook.close()
})

test('connected accounts follow the time of their platform', async () => {
  const { stripe, emulator, time } = await still()
  const { id: stripeAccount } = await stripe.accounts.create({ country: 'US' })
  const other = clientOf(emulator, { stripeAccount })
  const invoices = [stripe, other].map((client) => draft(client, undefined, { auto_advance: true }))
  const [own, theirs] = await Promise.all(invoices)
  time.now += 2 * HOUR
  await emulator.settled()
  expect((await stripe.invoices.retrieve(own?.id ?? '')).status).toBe('open')
  expect((await other.invoices.retrieve(theirs?.id ?? '')).status).toBe('open')
})

test('a clock is deleted after thirty days, with its customers', async () => {
  const { stripe, emulator, time } = await still()
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: NOW })
  const owner = await customer(stripe, { test_clock: clock.id })
  time.now += 30 * DAY
  await emulator.settled()
  expect((await stripe.testHelpers.testClocks.list()).data).toEqual([])
  expect(await stripe.customers.retrieve(owner.id)).toMatchObject({ deleted: true })
})
