import { expect } from 'vitest'
import { HOUR, START } from '../automation/clocked'
import { rule } from '../harness/rule'
import { at, firstItem, latestInvoice, priced, subscribed } from './subscribed'

const SECTION = 'api/subscriptions/create'
const INVOICES = 'billing/invoices/subscription'
const NEXT = at('2027-02-15T12:00:00')

rule('a subscription that is sent invoices is active at once', SECTION, async (world) => {
  const { customer, price, subscription } = await subscribed(world, { metadata: { plan: 'small' } })
  expect(subscription).toMatchObject({
    id: expect.stringMatching(/^sub_/),
    billing_cycle_anchor: START,
    billing_mode: { type: 'flexible' },
    cancel_at_period_end: false,
    collection_method: 'send_invoice',
    created: START,
    currency: 'usd',
    customer: customer.id,
    days_until_due: 7,
    ended_at: null,
    metadata: { plan: 'small' },
    start_date: START,
    status: 'active',
    test_clock: customer.test_clock,
    trial_end: null,
  })
  expect(firstItem(subscription)).toMatchObject({
    id: expect.stringMatching(/^si_/),
    current_period_end: NEXT,
    current_period_start: START,
    plan: { id: price.id, amount: 1000, interval: 'month' },
    price: { id: price.id },
    quantity: 1,
    subscription: subscription.id,
  })
})

rule('its first invoice is a draft for an hour, then it is sent', INVOICES, async (world) => {
  const { clock, subscription } = await subscribed(world)
  const draft = await latestInvoice(world, subscription.id)
  expect(draft).toMatchObject({
    auto_advance: true,
    billing_reason: 'subscription_create',
    collection_method: 'send_invoice',
    due_date: START + 7 * 86_400,
    status: 'draft',
    total: 1000,
  })
  await world.advance(clock, START + 2 * HOUR)
  expect((await world.stripe.invoices.retrieve(draft.id)).status).toBe('open')
  expect((await world.stripe.subscriptions.retrieve(subscription.id)).status).toBe('active')
  const types = (await world.eventsOf(draft.id)).map(({ type }) => type)
  expect(types).toEqual(['invoice.created', 'invoice.updated', 'invoice.finalized', 'invoice.sent'])
})

rule('with a card the first invoice is paid at once', SECTION, async (world) => {
  const { subscription } = await subscribed(world, { card: 'pm_card_visa' })
  expect(subscription.status).toBe('active')
  const invoice = await latestInvoice(world, subscription.id)
  expect(invoice).toMatchObject({
    amount_paid: 1000,
    attempted: true,
    billing_reason: 'subscription_create',
    parent: {
      type: 'subscription_details',
      quote_details: null,
      subscription_details: { metadata: {}, subscription: subscription.id },
    },
    period_end: START,
    period_start: START,
    rendering: null,
    status: 'paid',
  })
})

rule('a line says what is billed, and for which time', 'api/invoice-line-item/object', async (world) => {
  const { price, subscription } = await subscribed(world)
  const { lines } = await latestInvoice(world, subscription.id)
  expect(lines.data).toMatchObject([
    {
      amount: 1000,
      description: '1 × Hosting (at $10.00 / month)',
      discountable: true,
      parent: {
        type: 'subscription_item_details',
        invoice_item_details: null,
        subscription_item_details: {
          invoice_item: null,
          proration: false,
          subscription: subscription.id,
          subscription_item: firstItem(subscription).id,
        },
      },
      period: { end: NEXT, start: START },
      pricing: { price_details: { price: price.id }, type: 'price_details' },
      quantity: 1,
    },
  ])
})

rule('a quantity multiplies the price', 'api/subscription_items/object', async (world) => {
  const { id: price } = await priced(world, 250)
  const { subscription } = await subscribed(world, { items: [{ price, quantity: 3 }] })
  const { lines, total } = await latestInvoice(world, subscription.id)
  expect(total).toBe(750)
  expect(lines.data[0]).toMatchObject({ description: '3 × Hosting (at $2.50 / month)', quantity: 3 })
})

rule('a price may be made on the way', SECTION, async (world) => {
  const { id: product } = await world.stripe.products.create({ name: 'Backup' })
  const recurring = { interval: 'week', interval_count: 2 } as const
  const price_data = { currency: 'usd', product, recurring, unit_amount: 500 }
  const { subscription } = await subscribed(world, { items: [{ price_data }] })
  const item = firstItem(subscription)
  expect(item.price).toMatchObject({ product, recurring, type: 'recurring', unit_amount: 500 })
  expect(item.current_period_end).toBe(START + 14 * 86_400)
  const { lines } = await latestInvoice(world, subscription.id)
  expect(lines.data[0]?.description).toBe('1 × Backup (at $5.00 / every 2 weeks)')
})

rule('several items are lines of one invoice', SECTION, async (world) => {
  const prices = [await priced(world, 1000), await priced(world, 300)]
  const items = prices.map(({ id }) => ({ price: id }))
  const { subscription } = await subscribed(world, { items })
  expect(subscription.items.data.map((item) => item.price.id)).toEqual(prices.map(({ id }) => id))
  expect(await latestInvoice(world, subscription.id)).toMatchObject({ total: 1300 })
})

rule(
  'items of different intervals have periods of their own',
  'billing/subscriptions/mixed-interval',
  async (world) => {
    const [month, quarter] = [
      await priced(world),
      await priced(world, 9000, { interval: 'month', interval_count: 3 }),
    ]
    const items = [{ price: month.id }, { price: quarter.id }]
    const { subscription } = await subscribed(world, { items })
    const ends = subscription.items.data.map((item) => item.current_period_end)
    expect(ends).toEqual([NEXT, at('2027-04-15T12:00:00')])
  },
)

rule(
  'tax rates of the subscription count unless an item has its own',
  'billing/taxes/tax-rates',
  async (world) => {
    const rate = (percentage: number) =>
      world.stripe.taxRates.create({ display_name: 'VAT', inclusive: false, percentage })
    const [usual, own] = [await rate(20), await rate(5)]
    const [first, second] = [await priced(world), await priced(world)]
    const { subscription } = await subscribed(world, {
      default_tax_rates: [usual.id],
      items: [{ price: first.id }, { price: second.id, tax_rates: [own.id] }],
    })
    expect(subscription.default_tax_rates?.map(({ id }) => id)).toEqual([usual.id])
    const { lines, total } = await latestInvoice(world, subscription.id)
    expect(lines.data.map(({ taxes }) => taxes?.[0]?.amount)).toEqual([200, 50])
    expect(total).toBe(2250)
  },
)

rule('a coupon for once takes off the first invoice only', 'billing/subscriptions/coupons', async (world) => {
  const coupon = await world.stripe.coupons.create({ duration: 'once', percent_off: 25 })
  const { clock, subscription } = await subscribed(world, { discounts: [{ coupon: coupon.id }] })
  expect(await latestInvoice(world, subscription.id)).toMatchObject({ subtotal: 1000, total: 750 })
  await world.advance(clock, NEXT + HOUR)
  expect(await latestInvoice(world, subscription.id)).toMatchObject({ subtotal: 1000, total: 1000 })
})

rule('a coupon for good takes off every invoice', 'billing/subscriptions/coupons', async (world) => {
  const coupon = await world.stripe.coupons.create({ amount_off: 300, currency: 'usd', duration: 'forever' })
  const { clock, subscription } = await subscribed(world, { discounts: [{ coupon: coupon.id }] })
  expect(subscription.discounts).toHaveLength(1)
  await world.advance(clock, NEXT + HOUR)
  expect(await latestInvoice(world, subscription.id)).toMatchObject({ total: 700 })
})

rule('pending items of the customer are billed with the first invoice', INVOICES, async (world) => {
  const { clock, customer, subscription } = await subscribed(world)
  const pending = { customer: customer.id, amount: 500, currency: 'usd', description: 'Setup' }
  const { id } = await world.stripe.invoiceItems.create(pending)
  await world.advance(clock, NEXT + HOUR)
  const invoice = await latestInvoice(world, subscription.id)
  expect(invoice.total).toBe(1500)
  expect(invoice.lines.data.map(({ description }) => description)).toContain('Setup')
  expect((await world.stripe.invoiceItems.retrieve(id)).invoice).toBe(invoice.id)
})

rule('one-time items may be added to the first invoice', SECTION, async (world) => {
  const setup = await world.stripe.prices.create({
    currency: 'usd',
    product_data: { name: 'Setup' },
    unit_amount: 700,
  })
  const { subscription } = await subscribed(world, { add_invoice_items: [{ price: setup.id, quantity: 2 }] })
  expect(await latestInvoice(world, subscription.id)).toMatchObject({ total: 2400 })
})

rule('a description and settings of invoices are kept', SECTION, async (world) => {
  const invoice_settings = { custom_fields: [{ name: 'PO', value: '7' }], footer: 'Thanks' }
  const { subscription } = await subscribed(world, { description: 'Small plan', invoice_settings })
  expect(subscription).toMatchObject({ description: 'Small plan', invoice_settings })
  expect(await latestInvoice(world, subscription.id)).toMatchObject(invoice_settings)
})

rule('a subscription tells that it began', 'billing/subscriptions/webhooks', async (world) => {
  const { subscription } = await subscribed(world, { card: 'pm_card_visa' })
  const [created] = await world.eventsOf(subscription.id)
  expect(created?.type).toBe('customer.subscription.created')
  const { id } = await latestInvoice(world, subscription.id)
  const types = (await world.eventsOf(id)).map(({ type }) => type)
  expect(types).toEqual(expect.arrayContaining(['invoice.created', 'invoice.finalized', 'invoice.paid']))
})

rule('the subscription is named by its invoices', 'api/invoices/list', async (world) => {
  const { customer, subscription } = await subscribed(world)
  await world.draft([], { customer: customer.id })
  const { data } = await world.stripe.invoices.list({ subscription: subscription.id })
  expect(data.map(({ id }) => id)).toEqual([subscription.latest_invoice])
  const expand = ['latest_invoice', 'customer', 'items.data.price.product']
  const whole = await world.stripe.subscriptions.retrieve(subscription.id, { expand })
  expect(whole).toMatchObject({
    customer: { object: 'customer' },
    latest_invoice: { object: 'invoice' },
    items: { data: [{ price: { product: { name: 'Hosting' } } }] },
  })
})

rule('a customer shows their subscriptions when asked', 'api/customers/retrieve', async (world) => {
  const { customer, subscription } = await subscribed(world)
  const shown = await world.stripe.customers.retrieve(customer.id, { expand: ['subscriptions'] })
  expect(shown).toMatchObject({ subscriptions: { data: [{ id: subscription.id }], object: 'list' } })
})
