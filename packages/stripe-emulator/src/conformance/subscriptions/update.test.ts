import { expect } from 'vitest'
import { DAY, HOUR } from '../automation/clocked'
import { rule } from '../harness/rule'
import type { World } from '../harness/world'
import { at, firstItem, latestInvoice, priced, type Subscribed, subscribed } from './subscribed'

const SECTION = 'api/subscriptions/update'
const PRORATIONS = 'billing/subscriptions/prorations'
const NEXT = at('2027-02-15T12:00:00')
/** Half of the 31 days from 15 January to 15 February. */
const HALF = 15.5 * DAY

rule('the description and metadata are changed, and unset', SECTION, async (world) => {
  const { subscription } = await subscribed(world, { description: 'a', metadata: { one: '1', two: '2' } })
  const changed = await world.stripe.subscriptions.update(subscription.id, {
    description: '',
    metadata: { one: '', three: '3' },
  })
  expect(changed).toMatchObject({ description: null, metadata: { two: '2', three: '3' } })
  const updated = (await world.eventsOf(subscription.id)).at(-1)
  expect(updated).toMatchObject({
    type: 'customer.subscription.updated',
    data: { previous_attributes: { description: 'a', metadata: { one: '1', three: null } } },
  })
})

rule('a change that changes nothing emits no event', SECTION, async (world) => {
  const { subscription } = await subscribed(world, { description: 'a' })
  const change = () => world.stripe.subscriptions.update(subscription.id, { description: 'a' })
  expect(await world.eventsDuring(change)).toEqual([])
})

rule('more of an item is owed for the rest of the period', PRORATIONS, async (world) => {
  const { clock, customer, subscription } = await atHalf(world)
  const { id } = firstItem(subscription)
  const changed = await world.stripe.subscriptions.update(subscription.id, { items: [{ id, quantity: 3 }] })
  expect(firstItem(changed)).toMatchObject({ id, current_period_end: NEXT, quantity: 3 })
  const { data } = await world.stripe.invoiceItems.list({ customer: customer.id, pending: true })
  expect(data.map(({ amount, description, proration }) => ({ amount, description, proration }))).toEqual([
    { amount: 1500, description: 'Remaining time on 3 × Hosting after 31 Jan 2027', proration: true },
    { amount: -500, description: 'Unused time on Hosting after 31 Jan 2027', proration: true },
  ])
  await world.advance(clock, NEXT + HOUR)
  expect(await latestInvoice(world, subscription.id)).toMatchObject({ total: 3000 + 1000 })
})

rule(
  'a proration tells what it belongs to and what it gives back',
  'api/invoiceitems/object',
  async (world) => {
    const { customer, subscription } = await atHalf(world)
    const { id } = firstItem(subscription)
    await world.stripe.subscriptions.update(subscription.id, { items: [{ id, quantity: 2 }] })
    const { data } = await world.stripe.invoiceItems.list({ customer: customer.id, pending: true })
    const credit = data.find(({ amount }) => amount < 0)
    expect(credit).toMatchObject({
      discountable: false,
      parent: {
        type: 'subscription_details',
        subscription_details: { subscription: subscription.id, subscription_item: id },
      },
      period: { end: NEXT, start: NEXT - HALF },
      proration_details: {
        credited_items: {
          type: 'invoice_line_items',
          invoice_line_item_details: { invoice: subscription.latest_invoice },
        },
      },
    })
  },
)

rule('a proration is a line of the subscription item', 'api/invoice-line-item/object', async (world) => {
  const { subscription } = await atHalf(world)
  const { id } = firstItem(subscription)
  const items = [{ id, quantity: 2 }]
  await world.stripe.subscriptions.update(subscription.id, { items, proration_behavior: 'always_invoice' })
  const { lines } = await latestInvoice(world, subscription.id)
  for (const line of lines.data) {
    expect(line.parent).toMatchObject({
      type: 'subscription_item_details',
      subscription_item_details: {
        invoice_item: expect.stringMatching(/^ii_/),
        proration: true,
        subscription: subscription.id,
        subscription_item: id,
      },
    })
  }
})

rule('a change may be invoiced at once', PRORATIONS, async (world) => {
  const { subscription } = await atHalf(world, 'pm_card_visa')
  const { id } = firstItem(subscription)
  const items = [{ id, quantity: 2 }]
  const proration_behavior = 'always_invoice'
  const changed = await world.stripe.subscriptions.update(subscription.id, { items, proration_behavior })
  expect(changed.latest_invoice).not.toBe(subscription.latest_invoice)
  expect(await latestInvoice(world, subscription.id)).toMatchObject({
    billing_reason: 'subscription_update',
    status: 'paid',
    total: 500,
  })
})

rule('a change may be made without prorations', PRORATIONS, async (world) => {
  const { customer, subscription } = await atHalf(world)
  const { id } = firstItem(subscription)
  const items = [{ id, quantity: 2 }]
  await world.stripe.subscriptions.update(subscription.id, { items, proration_behavior: 'none' })
  const { data } = await world.stripe.invoiceItems.list({ customer: customer.id, pending: true })
  expect(data).toEqual([])
})

rule('a second change gives back the amount of the first one', PRORATIONS, async (world) => {
  const { clock, customer, subscription } = await atHalf(world)
  const { id } = firstItem(subscription)
  await world.stripe.subscriptions.update(subscription.id, { items: [{ id, quantity: 3 }] })
  await world.stripe.subscriptions.update(subscription.id, { items: [{ id, quantity: 1 }] })
  const { data } = await world.stripe.invoiceItems.list({ customer: customer.id, pending: true })
  expect(data.map(({ amount }) => amount)).toEqual([500, -1500, 1500, -500])
  await world.advance(clock, NEXT + HOUR)
  expect(await latestInvoice(world, subscription.id)).toMatchObject({ total: 1000 })
})

rule('another price of the same interval runs on to the end of the period', PRORATIONS, async (world) => {
  const { customer, subscription } = await atHalf(world)
  const { id } = firstItem(subscription)
  const larger = await priced(world, 3000)
  const changed = await world.stripe.subscriptions.update(subscription.id, {
    items: [{ id, price: larger.id }],
  })
  expect(firstItem(changed)).toMatchObject({ current_period_end: NEXT, id, plan: { id: larger.id } })
  const { data } = await world.stripe.invoiceItems.list({ customer: customer.id, pending: true })
  expect(data.map(({ amount }) => amount)).toEqual([1500, -500])
})

rule(
  'another interval is billed at once, from now on',
  'billing/subscriptions/change-price',
  async (world) => {
    const { clock, subscription } = await atHalf(world, 'pm_card_visa')
    const { id } = firstItem(subscription)
    const yearly = await priced(world, 10_000, { interval: 'year' })
    const changed = await world.stripe.subscriptions.update(subscription.id, {
      items: [{ id, price: yearly.id }],
    })
    const now = (await world.stripe.testHelpers.testClocks.retrieve(clock.id)).frozen_time
    expect(changed.billing_cycle_anchor).toBe(now)
    expect(firstItem(changed)).toMatchObject({ current_period_end: at('2028-01-31T00:00:00') })
    expect(await latestInvoice(world, subscription.id)).toMatchObject({ status: 'paid', total: 10_000 - 500 })
  },
)

rule('items come and go', SECTION, async (world) => {
  const { customer, subscription } = await atHalf(world)
  const extra = await priced(world, 400)
  const grown = await world.stripe.subscriptions.update(subscription.id, { items: [{ price: extra.id }] })
  expect(grown.items.data.map((item) => item.price.id)).toContain(extra.id)
  const { id } = firstItem(grown)
  const left = await world.stripe.subscriptions.update(subscription.id, { items: [{ id, deleted: true }] })
  expect(left.items.data.map((item) => item.price.id)).toEqual([extra.id])
  const { data } = await world.stripe.invoiceItems.list({ customer: customer.id, pending: true })
  expect(data.map(({ amount }) => amount)).toEqual([-500, 200])
})

rule('the last item stays', SECTION, async (world) => {
  const { subscription } = await subscribed(world)
  const { id } = firstItem(subscription)
  const call = world.stripe.subscriptions.update(subscription.id, { items: [{ id, deleted: true }] })
  expect(await world.refusal(call)).toMatchObject({
    statusCode: 400,
    message:
      'A subscription must have at least one active plan. To cancel a subscription, please use the cancel API endpoint on /v1/subscriptions.',
  })
})

rule('a trial may be ended by hand', 'billing/subscriptions/trials/free-trials', async (world) => {
  const { subscription } = await subscribed(world, { card: 'pm_card_visa', trial_period_days: 14 })
  const changed = await world.stripe.subscriptions.update(subscription.id, { trial_end: 'now' })
  expect(changed).toMatchObject({ status: 'active', trial_end: subscription.created })
  expect(firstItem(changed).current_period_end).toBe(NEXT)
  expect(await latestInvoice(world, subscription.id)).toMatchObject({ status: 'paid', total: 1000 })
})

rule('the cycle may begin anew', 'billing/subscriptions/billing-cycle', async (world) => {
  const { subscription } = await atHalf(world, 'pm_card_visa')
  const changed = await world.stripe.subscriptions.update(subscription.id, {
    billing_cycle_anchor: { type: 'now' },
  })
  expect(changed.billing_cycle_anchor).toBe(NEXT - HALF)
  expect(await latestInvoice(world, subscription.id)).toMatchObject({ total: 1000 - 500 })
})

rule(
  'a change is undone when its payment fails and the request asks for that',
  'billing/subscriptions/pending-updates',
  async (world) => {
    const { customer, subscription } = await atHalf(world, 'pm_card_visa')
    const failing = await world.stripe.paymentMethods.attach('pm_card_chargeCustomerFail', {
      customer: customer.id,
    })
    const invoice_settings = { default_payment_method: failing.id }
    await world.stripe.customers.update(customer.id, { invoice_settings })
    const { id } = firstItem(subscription)
    const changed = await world.stripe.subscriptions.update(subscription.id, {
      items: [{ id, quantity: 5 }],
      payment_behavior: 'pending_if_incomplete',
      proration_behavior: 'always_invoice',
    })
    expect(firstItem(changed).quantity).toBe(1)
    expect(changed).toMatchObject({
      pending_update: { subscription_items: [{ id, quantity: 5 }] },
      status: 'active',
    })
    const invoice = await latestInvoice(world, subscription.id)
    await world.stripe.invoices.pay(invoice.id, { payment_method: 'pm_card_visa' })
    const applied = await world.stripe.subscriptions.retrieve(subscription.id)
    expect(firstItem(applied).quantity).toBe(5)
    expect(applied.pending_update).toBeNull()
  },
)

rule('prorations are reckoned from a moment of the period', SECTION, async (world) => {
  const { customer, subscription } = await atHalf(world)
  const { id } = firstItem(subscription)
  const items = [{ id, quantity: 2 }]
  const outside = world.stripe.subscriptions.update(subscription.id, { items, proration_date: NEXT + DAY })
  expect((await world.refusal(outside)).statusCode).toBe(400)
  await world.stripe.subscriptions.update(subscription.id, { items, proration_date: subscription.created })
  const { data } = await world.stripe.invoiceItems.list({ customer: customer.id, pending: true })
  expect(data.map(({ amount }) => amount)).toEqual([2000, -1000])
})

/** A subscription in the middle of its first period. */
async function atHalf(world: World, card?: string): Promise<Subscribed> {
  const own = await subscribed(world, card ? { card } : {})
  await world.advance(own.clock, NEXT - HALF)
  return own
}
