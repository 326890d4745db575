import { expect } from 'vitest'
import { rule } from '../harness/rule'
import { firstItem, latestInvoice, priced, subscribed } from './subscribed'

rule('an item joins a subscription', 'api/subscription_items/create', async (world) => {
  const { subscription } = await subscribed(world)
  const { id: price } = await priced(world, 400)
  const item = await world.stripe.subscriptionItems.create({
    subscription: subscription.id,
    price,
    quantity: 2,
    metadata: { seat: 'b' },
  })
  expect(item).toMatchObject({
    object: 'subscription_item',
    current_period_end: firstItem(subscription).current_period_end,
    metadata: { seat: 'b' },
    price: { id: price },
    quantity: 2,
    subscription: subscription.id,
  })
  expect(await world.stripe.subscriptionItems.retrieve(item.id)).toEqual(item)
})

rule('the items of a subscription are listed', 'api/subscription_items/list', async (world) => {
  const { subscription } = await subscribed(world)
  const list = await world.stripe.subscriptionItems.list({ subscription: subscription.id })
  expect(list.data).toEqual(subscription.items.data)
  expect(list.url).toBe('/v1/subscription_items')
})

rule('an item is changed', 'api/subscription_items/update', async (world) => {
  const { subscription } = await subscribed(world)
  const { id } = firstItem(subscription)
  const item = await world.stripe.subscriptionItems.update(id, { metadata: { a: '1' }, quantity: 4 })
  expect(item).toMatchObject({ id, metadata: { a: '1' }, quantity: 4 })
  const whole = await world.stripe.subscriptions.retrieve(subscription.id)
  expect(whole.items.data).toEqual([item])
  const last = (await world.eventsOf(subscription.id)).at(-1)
  expect(last?.type).toBe('customer.subscription.updated')
})

rule('an item leaves', 'api/subscription_items/delete', async (world) => {
  const { subscription } = await subscribed(world)
  const { id: price } = await priced(world, 400)
  const { id } = await world.stripe.subscriptionItems.create({ subscription: subscription.id, price })
  expect(await world.stripe.subscriptionItems.del(id)).toEqual({
    id,
    object: 'subscription_item',
    deleted: true,
  })
  expect((await world.stripe.subscriptions.retrieve(subscription.id)).items.data).toHaveLength(1)
  expect((await world.refusal(world.stripe.subscriptionItems.retrieve(id))).statusCode).toBe(404)
})

rule('an item that is changed may be billed at once', 'billing/subscriptions/prorations', async (world) => {
  const { subscription } = await subscribed(world, { card: 'pm_card_visa' })
  const { id } = firstItem(subscription)
  await world.stripe.subscriptionItems.update(id, { proration_behavior: 'always_invoice', quantity: 2 })
  expect(await latestInvoice(world, subscription.id)).toMatchObject({
    billing_reason: 'subscription_update',
    total: 1000,
  })
})

rule('a discount is taken away', 'api/discounts/subscription_delete', async (world) => {
  const coupon = await world.stripe.coupons.create({ duration: 'forever', percent_off: 10 })
  const { subscription } = await subscribed(world, { discounts: [{ coupon: coupon.id }] })
  const [discount] = subscription.discounts
  const gone = await world.stripe.subscriptions.deleteDiscount(subscription.id)
  expect(gone).toMatchObject({
    id: discount,
    object: 'discount',
    deleted: true,
    subscription: subscription.id,
  })
  expect((await world.stripe.subscriptions.retrieve(subscription.id)).discounts).toEqual([])
})

rule('without a discount there is none to take away', 'api/discounts/subscription_delete', async (world) => {
  const { subscription } = await subscribed(world)
  const call = world.stripe.subscriptions.deleteDiscount(subscription.id)
  expect((await world.refusal(call)).statusCode).toBe(404)
})

rule('the classic way of billing is given up for good', 'api/subscriptions/migrate', async (world) => {
  const { subscription } = await subscribed(world, { billing_mode: { type: 'classic' } })
  expect(subscription.billing_mode).toMatchObject({ flexible: null, type: 'classic' })
  const billing_mode = { type: 'flexible' } as const
  const moved = await world.stripe.subscriptions.migrate(subscription.id, { billing_mode })
  expect(moved.billing_mode).toMatchObject({ type: 'flexible', updated_at: subscription.created })
})
