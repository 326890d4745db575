import { expect } from 'vitest'
import { DAY, HOUR } from '../automation/clocked'
import { rule } from '../harness/rule'
import { at, firstItem, latestInvoice, subscribed } from './subscribed'

const SECTION = 'api/subscriptions/cancel'
const GUIDE = 'billing/subscriptions/cancel'
const NEXT = at('2027-02-15T12:00:00')
const HALF = 15.5 * DAY

rule('a subscription is canceled at once, and says so', SECTION, async (world) => {
  const { subscription } = await subscribed(world)
  const canceled = await world.stripe.subscriptions.cancel(subscription.id, {
    cancellation_details: { comment: 'Thanks', feedback: 'too_expensive' },
  })
  expect(canceled).toMatchObject({
    canceled_at: subscription.created,
    cancellation_details: {
      comment: 'Thanks',
      feedback: 'too_expensive',
      reason: 'cancellation_requested',
    },
    ended_at: subscription.created,
    status: 'canceled',
  })
  const last = (await world.eventsOf(subscription.id)).at(-1)
  expect(last).toMatchObject({
    type: 'customer.subscription.deleted',
    data: { object: { id: subscription.id, status: 'canceled' } },
  })
})

rule('a canceled subscription is not renewed', GUIDE, async (world) => {
  const { clock, subscription } = await subscribed(world)
  await world.stripe.subscriptions.cancel(subscription.id)
  await world.advance(clock, NEXT + DAY)
  const { data } = await world.stripe.invoices.list({ subscription: subscription.id })
  expect(data).toHaveLength(1)
})

rule('open invoices of a canceled subscription stay, but are no longer collected', SECTION, async (world) => {
  const { clock, subscription } = await subscribed(world)
  await world.advance(clock, subscription.created + 2 * HOUR)
  await world.stripe.subscriptions.cancel(subscription.id)
  expect(await latestInvoice(world, subscription.id)).toMatchObject({ auto_advance: false, status: 'open' })
})

rule('time that is not used may be given back', 'billing/subscriptions/prorations', async (world) => {
  const { clock, customer, subscription } = await subscribed(world, { card: 'pm_card_visa' })
  await world.advance(clock, NEXT - HALF)
  await world.stripe.subscriptions.cancel(subscription.id, { invoice_now: true, prorate: true })
  expect(await latestInvoice(world, subscription.id)).toMatchObject({
    amount_due: 0,
    status: 'paid',
    total: -500,
  })
  expect(await world.stripe.customers.retrieve(customer.id)).toMatchObject({ balance: -500 })
})

rule('prorations that wait are forgotten unless they are asked for', SECTION, async (world) => {
  const { clock, customer, subscription } = await subscribed(world)
  await world.advance(clock, NEXT - HALF)
  const items = [{ id: firstItem(subscription).id, quantity: 3 }]
  await world.stripe.subscriptions.update(subscription.id, { items })
  await world.stripe.subscriptions.cancel(subscription.id)
  const { data } = await world.stripe.invoiceItems.list({ customer: customer.id, pending: true })
  expect(data).toEqual([])
})

rule('at the end of its period a subscription may end', GUIDE, async (world) => {
  const { clock, subscription } = await subscribed(world)
  const ending = await world.stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true })
  expect(ending).toMatchObject({
    cancel_at: NEXT,
    cancel_at_period_end: true,
    canceled_at: subscription.created,
    cancellation_details: { reason: 'cancellation_requested' },
    status: 'active',
  })
  await world.advance(clock, NEXT + HOUR)
  const ended = await world.stripe.subscriptions.retrieve(subscription.id)
  expect(ended).toMatchObject({ canceled_at: subscription.created, ended_at: NEXT, status: 'canceled' })
  expect(ended.latest_invoice).toBe(subscription.latest_invoice)
})

rule('the end may be taken back until then', GUIDE, async (world) => {
  const { clock, subscription } = await subscribed(world, { cancel_at_period_end: true })
  const going = await world.stripe.subscriptions.update(subscription.id, { cancel_at_period_end: false })
  expect(going).toMatchObject({ cancel_at: null, cancel_at_period_end: false, canceled_at: null })
  await world.advance(clock, NEXT + HOUR)
  const renewed = await world.stripe.subscriptions.retrieve(subscription.id)
  expect(renewed.latest_invoice).not.toBe(subscription.latest_invoice)
})

rule('a subscription may end on a day of its own', GUIDE, async (world) => {
  const cancel_at = at('2027-02-01T00:00:00')
  const { clock, subscription } = await subscribed(world)
  const ending = await world.stripe.subscriptions.update(subscription.id, { cancel_at })
  expect(ending).toMatchObject({ cancel_at, cancel_at_period_end: false })
  await world.advance(clock, cancel_at + HOUR)
  const ended = await world.stripe.subscriptions.retrieve(subscription.id)
  expect(ended).toMatchObject({ ended_at: cancel_at, status: 'canceled' })
})

rule('a day to end on is yet to come', 'api/subscriptions/update', async (world) => {
  const { subscription } = await subscribed(world)
  const call = world.stripe.subscriptions.update(subscription.id, { cancel_at: subscription.created - 1 })
  expect((await world.refusal(call)).statusCode).toBe(400)
})

rule('deleting a customer ends their subscriptions', 'api/customers/delete', async (world) => {
  const { customer, subscription } = await subscribed(world)
  await world.stripe.customers.del(customer.id)
  expect((await world.stripe.subscriptions.retrieve(subscription.id)).status).toBe('canceled')
})
