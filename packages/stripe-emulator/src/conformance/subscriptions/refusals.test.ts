import { expect } from 'vitest'
import { clocked, START } from '../automation/clocked'
import { rule } from '../harness/rule'
import { priced, SENT, subscribed } from './subscribed'

const SECTION = 'api/subscriptions/create'

rule('a subscription to be charged needs a payment method', SECTION, async (world) => {
  const { id } = await world.customer()
  const price = await priced(world)
  const error = await world.refusal(
    world.stripe.subscriptions.create({ customer: id, items: [{ price: price.id }] }),
  )
  expect(error).toMatchObject({
    statusCode: 400,
    code: 'resource_missing',
    message: expect.stringMatching(
      /^This customer has no attached payment source or default payment method\./,
    ),
  })
  expect((await world.stripe.subscriptions.list({ customer: id, status: 'all' })).data).toEqual([])
})

rule('a subscription that sends invoices needs the customer’s e-mail address', SECTION, async (world) => {
  const { id } = await world.customer({ email: '' })
  const price = await priced(world)
  const error = await world.refusal(
    world.stripe.subscriptions.create({ customer: id, items: [{ price: price.id }], ...SENT }),
  )
  expect(error).toMatchObject({
    statusCode: 400,
    message:
      'Missing email. In order to create invoices that are sent to the customer, the customer must have a valid email.',
  })
})

rule(
  'a subscription that sends invoices needs days until due, one that is charged takes none',
  SECTION,
  async (world) => {
    const { id: customer } = await world.customer()
    const items = [{ price: (await priced(world)).id }]
    const { create } = world.stripe.subscriptions
    const make = create.bind(world.stripe.subscriptions)
    const sent = make({ customer, items, collection_method: 'send_invoice' })
    const charged = make({ customer, items, days_until_due: 7 })
    for (const call of [sent, charged]) expect((await world.refusal(call)).statusCode).toBe(400)
  },
)

rule('a price for once cannot be subscribed to', SECTION, async (world) => {
  const { id: customer } = await world.customer()
  const price = await world.stripe.prices.create({
    currency: 'usd',
    product_data: { name: 'Setup' },
    unit_amount: 700,
  })
  const call = world.stripe.subscriptions.create({ customer, items: [{ price: price.id }], ...SENT })
  expect(await world.refusal(call)).toMatchObject({
    statusCode: 400,
    message:
      'The price specified is set to `type=one_time` but this field only accepts prices with `type=recurring`.',
    param: 'items[0][price]',
  })
})

rule('a price that was archived cannot be subscribed to', SECTION, async (world) => {
  const { id: customer } = await world.customer()
  const { id } = await priced(world, 1000, undefined, { active: false })
  const call = world.stripe.subscriptions.create({ customer, items: [{ price: id }], ...SENT })
  expect(await world.refusal(call)).toMatchObject({
    statusCode: 400,
    message: 'The price specified is inactive. This field only accepts active prices.',
  })
})

rule('an unknown price or customer is missing', SECTION, async (world) => {
  const { id: customer } = await world.customer()
  const { id: price } = await priced(world)
  const wrongPrice = world.stripe.subscriptions.create({
    customer,
    items: [{ price: 'price_nope' }],
    ...SENT,
  })
  expect(await world.refusal(wrongPrice)).toMatchObject({
    code: 'resource_missing',
    message: "No such price: 'price_nope'",
    param: 'items[0][price]',
  })
  const nobody = world.stripe.subscriptions.create({ customer: 'cus_nope', items: [{ price }], ...SENT })
  expect(await world.refusal(nobody)).toMatchObject({
    code: 'resource_missing',
    message: "No such customer: 'cus_nope'",
    param: 'customer',
  })
})

rule('an unknown subscription is missing', 'api/subscriptions/retrieve', async ({ refusal, stripe }) => {
  expect(await refusal(stripe.subscriptions.retrieve('sub_nope'))).toMatchObject({
    statusCode: 404,
    code: 'resource_missing',
    message: "No such subscription: 'sub_nope'",
    param: 'id',
  })
})

rule('all items are in one currency', SECTION, async (world) => {
  const { id: customer } = await world.customer()
  const prices = [await priced(world), await priced(world, 900, undefined, { currency: 'eur' })]
  const items = prices.map(({ id }) => ({ price: id }))
  const call = world.stripe.subscriptions.create({ customer, items, ...SENT })
  expect(await world.refusal(call)).toMatchObject({
    statusCode: 400,
    message:
      'Currency and interval fields must match across all plans on this subscription. Found mismatch in currency field.',
  })
})

rule(
  'the classic way of billing knows one interval',
  'billing/subscriptions/mixed-interval',
  async (world) => {
    const { id: customer } = await world.customer()
    const prices = [await priced(world), await priced(world, 9000, { interval: 'year' })]
    const items = prices.map(({ id }) => ({ price: id }))
    const billing_mode = { type: 'classic' } as const
    const call = world.stripe.subscriptions.create({ customer, items, billing_mode, ...SENT })
    expect(await world.refusal(call)).toMatchObject({
      statusCode: 400,
      message:
        'Currency and interval fields must match across all plans on this subscription. Found mismatch in interval field.',
    })
  },
)

rule('a customer pays in one currency', 'billing/customer', async (world) => {
  const { customer } = await subscribed(world)
  const other = await priced(world, 900, undefined, { currency: 'eur' })
  const items = [{ price: other.id }]
  const call = world.stripe.subscriptions.create({ customer: customer.id, items, ...SENT })
  expect(await world.refusal(call)).toMatchObject({
    statusCode: 400,
    message:
      'You cannot combine currencies on a single customer. This customer has an active subscription, subscription schedule, discount, quote, or invoice item with currency usd',
  })
})

rule('one price makes one item', SECTION, async (world) => {
  const { id: customer } = await world.customer()
  const { id: price } = await priced(world)
  const call = world.stripe.subscriptions.create({ customer, items: [{ price }, { price }], ...SENT })
  expect((await world.refusal(call)).statusCode).toBe(400)
})

rule('a subscription needs an item', SECTION, async (world) => {
  const { id: customer } = await world.customer()
  const { body, status } = await world.api('/v1/subscriptions', {
    method: 'POST',
    body: `customer=${customer}&collection_method=send_invoice&days_until_due=3`,
  })
  expect(status).toBe(400)
  expect(body).toMatchObject({ error: { code: 'parameter_missing', param: 'items' } })
})

rule('a trial ends in the future', SECTION, async (world) => {
  const { customer } = await clocked(world)
  const items = [{ price: (await priced(world)).id }]
  const terms = { customer: customer.id, items, trial_end: START - 5, ...SENT }
  expect(await world.refusal(world.stripe.subscriptions.create(terms))).toMatchObject({
    statusCode: 400,
    message: 'Invalid timestamp: must be an integer Unix timestamp in the future.',
    param: 'trial_end',
  })
})

rule(
  'an anchor is not beyond the first whole period',
  'billing/subscriptions/billing-cycle',
  async (world) => {
    const { customer } = await clocked(world)
    const items = [{ price: (await priced(world)).id }]
    const terms = { customer: customer.id, items, billing_cycle_anchor: START + 40 * 86_400, ...SENT }
    expect(await world.refusal(world.stripe.subscriptions.create(terms))).toMatchObject({
      statusCode: 400,
      message: expect.stringMatching(/^billing_cycle_anchor cannot be later than next natural billing date/),
    })
  },
)

rule('a canceled subscription keeps all but its metadata', 'api/subscriptions/update', async (world) => {
  const { subscription } = await subscribed(world)
  const { id } = await world.stripe.subscriptions.cancel(subscription.id)
  const call = world.stripe.subscriptions.update(id, { description: 'x' })
  expect(await world.refusal(call)).toMatchObject({
    statusCode: 400,
    message: 'A canceled subscription can only update its cancellation_details and metadata.',
  })
  const changed = await world.stripe.subscriptions.update(id, { metadata: { a: '1' } })
  expect(changed).toMatchObject({ metadata: { a: '1' }, status: 'canceled' })
})

rule('a canceled subscription cannot be canceled again', 'api/subscriptions/cancel', async (world) => {
  const { subscription } = await subscribed(world)
  await world.stripe.subscriptions.cancel(subscription.id)
  expect(await world.refusal(world.stripe.subscriptions.cancel(subscription.id))).toMatchObject({
    statusCode: 404,
    code: 'resource_missing',
    message: `No such subscription: '${subscription.id}'`,
  })
})
