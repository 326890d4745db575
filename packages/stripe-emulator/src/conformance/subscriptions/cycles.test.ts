import { expect } from 'vitest'
import { DAY, HOUR } from '../automation/clocked'
import { rule } from '../harness/rule'
import { at, firstItem, latestInvoice, priced, subscribed } from './subscribed'

const CYCLE = 'billing/subscriptions/billing-cycle'
const TRIALS = 'billing/subscriptions/trials/free-trials'
const NEXT = at('2027-02-15T12:00:00')

rule('a month from the 31st ends on the last day, and comes back to the 31st', CYCLE, async (world) => {
  const start = at('2027-01-31T12:00:00')
  const { clock, subscription } = await subscribed(world, { start })
  const days: string[] = []
  for (let now = subscription, step = 0; step < 3; step++) {
    const end = firstItem(now).current_period_end
    days.push(new Date(end * 1000).toISOString())
    await world.advance(clock, end + HOUR)
    now = await world.stripe.subscriptions.retrieve(subscription.id)
  }
  expect(days).toEqual(['2027-02-28T12:00:00.000Z', '2027-03-31T12:00:00.000Z', '2027-04-30T12:00:00.000Z'])
})

rule('an invoice looks back on the period that is over, its lines look ahead', CYCLE, async (world) => {
  const { clock, subscription } = await subscribed(world)
  await world.advance(clock, NEXT + 60)
  const invoice = await latestInvoice(world, subscription.id)
  expect(invoice).toMatchObject({
    billing_reason: 'subscription_cycle',
    created: NEXT,
    period_end: NEXT,
    period_start: subscription.created,
  })
  expect(invoice.lines.data[0]?.period).toEqual({ end: at('2027-03-15T12:00:00'), start: NEXT })
})

rule('a renewal tells of the period and of the draft', 'billing/subscriptions/webhooks', async (world) => {
  const { clock, subscription } = await subscribed(world)
  await world.advance(clock, NEXT - HOUR)
  const events = await world.eventsDuring(() => world.advance(clock, NEXT + 60))
  const types = events.map(({ type }) => type)
  expect(types).toEqual(expect.arrayContaining(['customer.subscription.updated', 'invoice.created']))
  const updated = events.find(({ type }) => type === 'customer.subscription.updated')
  expect(updated?.data).toMatchObject({
    object: { id: subscription.id },
    previous_attributes: { items: expect.anything(), latest_invoice: subscription.latest_invoice },
  })
})

rule(
  'items of different intervals are billed together when they meet',
  'billing/subscriptions/mixed-interval',
  async (world) => {
    const [week, fortnight] = [
      await priced(world, 100, { interval: 'week' }),
      await priced(world, 1000, { interval: 'week', interval_count: 2 }),
    ]
    const { clock, subscription } = await subscribed(world, {
      items: [{ price: week.id }, { price: fortnight.id }],
    })
    await world.advance(clock, subscription.created + 8 * DAY)
    expect(await latestInvoice(world, subscription.id)).toMatchObject({ total: 100 })
    await world.advance(clock, subscription.created + 15 * DAY)
    expect(await latestInvoice(world, subscription.id)).toMatchObject({ total: 1100 })
  },
)

rule('an upcoming renewal is announced', 'api/events/types', async (world) => {
  const { clock, subscription } = await subscribed(world, { card: 'pm_card_visa' })
  const events = await world.eventsDuring(() => world.advance(clock, NEXT - HOUR))
  const upcoming = events.find(({ type }) => type === 'invoice.upcoming')
  expect(upcoming?.data.object).toMatchObject({
    billing_reason: 'upcoming',
    parent: { subscription_details: { subscription: subscription.id } },
    total: 1000,
  })
})

rule('the end of a trial is announced three days before', TRIALS, async (world) => {
  const { clock, subscription } = await subscribed(world, { card: 'pm_card_visa', trial_period_days: 14 })
  const told = async () => (await world.eventsOf(subscription.id)).map(({ type }) => type)
  await world.advance(clock, subscription.created + 10 * DAY)
  expect(await told()).not.toContain('customer.subscription.trial_will_end')
  await world.advance(clock, subscription.created + 12 * DAY)
  expect(await told()).toContain('customer.subscription.trial_will_end')
})

rule('a trial shorter than three days is announced at once', TRIALS, async (world) => {
  const { subscription } = await subscribed(world, { card: 'pm_card_visa', trial_period_days: 2 })
  const types = (await world.eventsOf(subscription.id)).map(({ type }) => type)
  expect(types).toEqual(['customer.subscription.created', 'customer.subscription.trial_will_end'])
})

rule('after its trial a subscription is active, and asks for its first period', TRIALS, async (world) => {
  const { clock, subscription } = await subscribed(world, { card: 'pm_card_visa', trial_period_days: 14 })
  const end = subscription.trial_end ?? 0
  await world.advance(clock, end + 2 * HOUR)
  const active = await world.stripe.subscriptions.retrieve(subscription.id)
  expect(active).toMatchObject({ status: 'active', trial_end: end })
  expect(firstItem(active).current_period_start).toBe(end)
  expect(await latestInvoice(world, subscription.id)).toMatchObject({
    billing_reason: 'subscription_cycle',
    status: 'paid',
    total: 1000,
  })
})

rule('a trial without a payment method may end in a pause', TRIALS, async (world) => {
  const { clock, subscription } = await subscribed(world, {
    ...CHARGED,
    trial_settings: { end_behavior: { missing_payment_method: 'pause' } },
  })
  await world.advance(clock, subscription.created + 15 * DAY)
  expect(await world.stripe.subscriptions.retrieve(subscription.id)).toMatchObject({
    status: 'paused',
    status_details: { paused: { subscription: { type: 'trial_end_without_payment_method' } } },
  })
  const types = (await world.eventsOf(subscription.id)).map(({ type }) => type)
  expect(types).toContain('customer.subscription.paused')
})

rule('a trial without a payment method may end the subscription', TRIALS, async (world) => {
  const { clock, subscription } = await subscribed(world, {
    ...CHARGED,
    trial_settings: { end_behavior: { missing_payment_method: 'cancel' } },
  })
  await world.advance(clock, subscription.created + 15 * DAY)
  expect(await world.stripe.subscriptions.retrieve(subscription.id)).toMatchObject({ status: 'canceled' })
})

rule('a trial without a payment method may end with an unpaid invoice', TRIALS, async (world) => {
  const { clock, subscription } = await subscribed(world, CHARGED)
  await world.advance(clock, subscription.created + 15 * DAY)
  expect(await world.stripe.subscriptions.retrieve(subscription.id)).toMatchObject({ status: 'past_due' })
})

const CHARGED = {
  collection_method: 'charge_automatically',
  days_until_due: undefined,
  trial_period_days: 14,
} as const
