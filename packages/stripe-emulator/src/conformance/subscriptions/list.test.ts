import { expect } from 'vitest'
import { rule } from '../harness/rule'
import { priced, SENT, subscribed } from './subscribed'

const SECTION = 'api/subscriptions/list'

rule('ended subscriptions are not listed unless they are asked for', SECTION, async (world) => {
  const { customer, subscription, price } = await subscribed(world)
  const ended = await world.stripe.subscriptions.cancel(subscription.id)
  const terms = { customer: customer.id, items: [{ price: price.id }], ...SENT }
  const active = await world.stripe.subscriptions.create(terms)
  const ids = async (status?: 'active' | 'all' | 'canceled' | 'ended' | 'past_due') => {
    const asked = status ? { status } : {}
    const { data } = await world.stripe.subscriptions.list({ customer: customer.id, ...asked })
    return data.map(({ id }) => id)
  }
  expect(await ids()).toEqual([active.id])
  expect(await ids('active')).toEqual([active.id])
  expect(await ids('all')).toEqual([active.id, ended.id])
  expect(await ids('canceled')).toEqual([ended.id])
  expect(await ids('ended')).toEqual([ended.id])
  expect(await ids('past_due')).toEqual([])
})

rule('subscriptions are listed by price and by how they are collected', SECTION, async (world) => {
  const { customer, price, subscription } = await subscribed(world)
  const other = await priced(world, 700)
  const list = async (more: Parameters<typeof world.stripe.subscriptions.list>[0]) =>
    (await world.stripe.subscriptions.list({ customer: customer.id, ...more })).data.map(({ id }) => id)
  expect(await list({ price: price.id })).toEqual([subscription.id])
  expect(await list({ price: other.id })).toEqual([])
  expect(await list({ collection_method: 'send_invoice' })).toEqual([subscription.id])
  expect(await list({ collection_method: 'charge_automatically' })).toEqual([])
})

rule('subscriptions are listed by when they began and when their period ends', SECTION, async (world) => {
  const { customer, subscription } = await subscribed(world)
  const [item] = subscription.items.data
  const end = item?.current_period_end ?? 0
  const list = async (more: Parameters<typeof world.stripe.subscriptions.list>[0]) =>
    (await world.stripe.subscriptions.list({ customer: customer.id, ...more })).data.length
  expect(await list({ created: { gte: subscription.created } })).toBe(1)
  expect(await list({ created: { gt: subscription.created } })).toBe(0)
  expect(await list({ current_period_end: { lte: end } })).toBe(1)
  expect(await list({ current_period_end: { lt: end } })).toBe(0)
  expect(await list({ current_period_start: { gt: subscription.created } })).toBe(0)
})

rule('subscriptions of a clock are listed by that clock', SECTION, async (world) => {
  const { clock, subscription } = await subscribed(world)
  const all = await world.stripe.subscriptions.list({ limit: 100, status: 'all' })
  expect(all.data.map(({ id }) => id)).not.toContain(subscription.id)
  const own = await world.stripe.subscriptions.list({ test_clock: clock.id })
  expect(own.data.map(({ id }) => id)).toEqual([subscription.id])
})

rule('a list names where it came from', 'api/pagination', async ({ stripe }) => {
  const { object, url } = await stripe.subscriptions.list({ limit: 1 })
  expect({ object, url }).toEqual({ object: 'list', url: '/v1/subscriptions' })
})
