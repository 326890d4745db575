import { expect } from 'vitest'
import { DAY, HOUR } from '../automation/clocked'
import { rule } from '../harness/rule'
import { at, firstItem, latestInvoice, subscribed } from './subscribed'

const NEXT = at('2027-02-15T12:00:00')

rule(
  'while collection is paused invoices stay drafts',
  'billing/subscriptions/pause-payment',
  async (world) => {
    const { clock, subscription } = await subscribed(world)
    const pause_collection = { behavior: 'keep_as_draft' } as const
    const paused = await world.stripe.subscriptions.update(subscription.id, { pause_collection })
    expect(paused).toMatchObject({
      pause_collection: { behavior: 'keep_as_draft', resumes_at: null },
      status: 'active',
    })
    await world.advance(clock, NEXT + DAY)
    expect(await latestInvoice(world, subscription.id)).toMatchObject({
      auto_advance: false,
      status: 'draft',
    })
    const resumed = await world.stripe.subscriptions.update(subscription.id, { pause_collection: '' })
    expect(resumed.pause_collection).toBeNull()
  },
)

rule(
  'invoices may be voided or marked uncollectible while collection is paused',
  'billing/subscriptions/pause-payment',
  async (world) => {
    for (const [behavior, status] of [
      ['void', 'void'],
      ['mark_uncollectible', 'uncollectible'],
    ] as const) {
      const { clock, subscription } = await subscribed(world, { card: 'pm_card_visa' })
      await world.stripe.subscriptions.update(subscription.id, { pause_collection: { behavior } })
      await world.advance(clock, NEXT + DAY)
      expect(await latestInvoice(world, subscription.id)).toMatchObject({ amount_paid: 0, status })
    }
  },
)

rule('collection goes on by itself at its time', 'billing/subscriptions/pause-payment', async (world) => {
  const { clock, subscription } = await subscribed(world)
  const pause_collection = { behavior: 'void', resumes_at: NEXT - DAY } as const
  await world.stripe.subscriptions.update(subscription.id, { pause_collection })
  await world.advance(clock, NEXT - HOUR)
  expect((await world.stripe.subscriptions.retrieve(subscription.id)).pause_collection).toBeNull()
})

rule('a pause and a period may end together', 'billing/subscriptions/pause-payment', async (world) => {
  const { clock, subscription } = await subscribed(world)
  const pause_collection = { behavior: 'void', resumes_at: NEXT } as const
  await world.stripe.subscriptions.update(subscription.id, { pause_collection })
  await world.advance(clock, NEXT + HOUR / 2)
  const renewed = await world.stripe.subscriptions.retrieve(subscription.id)
  expect(renewed.pause_collection).toBeNull()
  expect(firstItem(renewed).current_period_start).toBe(NEXT)
})

rule('a subscription may be paused altogether', 'billing/subscriptions/pause', async (world) => {
  const { clock, subscription } = await subscribed(world, { card: 'pm_card_visa' })
  const paused = await world.stripe.subscriptions.pause(subscription.id)
  expect(paused).toMatchObject({
    status: 'paused',
    status_details: { paused: { subscription: { type: 'pause_requested' }, type: 'subscription' } },
  })
  await world.advance(clock, NEXT + DAY)
  const still = await world.stripe.subscriptions.retrieve(subscription.id)
  expect(still.latest_invoice).toBe(subscription.latest_invoice)
  expect(firstItem(still).current_period_end).toBe(NEXT)
  const types = (await world.eventsOf(subscription.id)).map(({ type }) => type)
  expect(types).toContain('customer.subscription.paused')
})

rule(
  'a paused subscription begins a new period on the day it is resumed',
  'billing/subscriptions/pause',
  async (world) => {
    const { clock, subscription } = await subscribed(world, { card: 'pm_card_visa' })
    await world.stripe.subscriptions.pause(subscription.id)
    await world.advance(clock, NEXT + 10 * DAY)
    const resumed = await world.stripe.subscriptions.resume(subscription.id)
    expect(resumed).toMatchObject({ billing_cycle_anchor: NEXT + 10 * DAY, status: 'active' })
    expect(firstItem(resumed).current_period_start).toBe(NEXT + 10 * DAY)
    const types = (await world.eventsOf(subscription.id)).map(({ type }) => type)
    expect(types).toContain('customer.subscription.resumed')
  },
)

rule('only what is paused can be resumed', 'api/subscriptions/resume', async (world) => {
  const { subscription } = await subscribed(world)
  const call = world.stripe.subscriptions.resume(subscription.id)
  expect((await world.refusal(call)).statusCode).toBe(400)
})
