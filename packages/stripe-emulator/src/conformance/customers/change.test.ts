import { expect } from 'vitest'
import { rule } from '../harness/rule'

rule('a part of an address replaces that part', 'api/customers/update', async ({ stripe }) => {
  const address = { line1: '1 High Street', city: 'London', country: 'GB' }
  const { id } = await stripe.customers.create({ address })
  const moved = await stripe.customers.update(id, { address: { city: 'Leeds' } })
  expect(moved.address).toEqual({ ...address, city: 'Leeds', line2: null, postal_code: null, state: null })
  expect((await stripe.customers.update(id, { address: '' })).address).toBeNull()
})

rule('an empty value unsets a field', 'api/customers/update', async ({ stripe }) => {
  const shipping = { address: { line1: '1 High Street' }, name: 'Ada' }
  const { id } = await stripe.customers.create({
    name: 'Ada',
    email: 'ada@example.com',
    phone: '1',
    shipping,
  })
  const emptied = { name: '', email: '', phone: '', description: '', shipping: '' } as const
  expect(await stripe.customers.update(id, emptied)).toMatchObject({
    name: null,
    email: null,
    phone: null,
    description: null,
    shipping: null,
  })
})

rule('an update says what it changed', 'api/events/types#event_types-customer.updated', async (world) => {
  const { stripe, customer, eventsDuring } = world
  const { id } = await customer({ metadata: { a: '1', b: '2' } })
  const [event, ...more] = await eventsDuring(async () => {
    await stripe.customers.update(id, { name: 'Countess', metadata: { b: '' } })
    await stripe.customers.update(id, { name: 'Countess' })
  })
  expect(more).toEqual([])
  expect(event).toMatchObject({
    type: 'customer.updated',
    data: {
      object: { id, name: 'Countess', metadata: { a: '1' } },
      previous_attributes: { name: 'Ada Lovelace', metadata: { b: '2' } },
    },
  })
})

rule('a deleted customer leaves a stub', 'api/customers/delete', async (world) => {
  const { stripe, customer, refusal, eventsOf } = world
  const { id } = await customer()
  const stub = { id, object: 'customer', deleted: true }
  expect(await stripe.customers.del(id)).toEqual(stub)
  expect(await stripe.customers.retrieve(id)).toEqual(stub)
  expect(await refusal(stripe.customers.del(id))).toMatchObject({
    statusCode: 404,
    message: `No such customer: '${id}'`,
  })
  expect((await stripe.customers.list()).data).toEqual([])
  const last = (await eventsOf(id)).at(-1)
  expect(last).toMatchObject({ type: 'customer.deleted', data: { object: { name: 'Ada Lovelace' } } })
})

rule('a deleted customer subscribes to nothing any more', 'api/customers/delete', async (world) => {
  const { stripe, customer } = world
  const { id } = await customer({ payment_method: 'pm_card_visa' })
  const [method] = (await stripe.customers.listPaymentMethods(id)).data
  const price = await stripe.prices.create({
    currency: 'usd',
    product_data: { name: 'Hosting' },
    recurring: { interval: 'month' },
    unit_amount: 1000,
  })
  const subscription = await stripe.subscriptions.create({
    customer: id,
    default_payment_method: String(method?.id),
    items: [{ price: price.id }],
  })
  const expand = ['subscriptions']
  expect(await stripe.customers.retrieve(id, { expand })).toMatchObject({
    subscriptions: { data: [{ id: subscription.id, status: 'active' }] },
  })
  await stripe.customers.del(id)
  expect(await stripe.subscriptions.retrieve(subscription.id)).toMatchObject({ status: 'canceled' })
})

rule('no new invoice goes to a deleted customer', 'api/customers/delete', async (world) => {
  const { stripe, customer, refusal } = world
  const { id } = await customer()
  await stripe.customers.del(id)
  expect(await refusal(stripe.invoices.create({ customer: id }))).toMatchObject({
    statusCode: 400,
    code: 'resource_missing',
    param: 'customer',
  })
})

rule('customers are listed by their exact e-mail address', 'api/customers/list', async ({ stripe }) => {
  const { id } = await stripe.customers.create({ email: 'Ada@example.com' })
  await stripe.customers.create({ email: 'other@example.com' })
  const ids = async (email: string) => (await stripe.customers.list({ email })).data.map((each) => each.id)
  expect(await ids('Ada@example.com')).toEqual([id])
  expect(await ids('ada@example.com')).toEqual([])
})

rule('customers of a test clock are only listed under it', 'billing/testing/test-clocks', async (world) => {
  const { stripe, customer, clock, refusal } = world
  const { id: test_clock } = await clock()
  const usual = await customer()
  const frozen = await customer({ test_clock })
  expect(frozen.test_clock).toBe(test_clock)
  expect((await stripe.customers.list()).data.map(({ id }) => id)).toEqual([usual.id])
  expect((await stripe.customers.list({ test_clock })).data.map(({ id }) => id)).toEqual([frozen.id])
  expect(await refusal(stripe.customers.list({ test_clock: 'clock_nope' }))).toMatchObject({
    statusCode: 400,
    code: 'resource_missing',
    param: 'test_clock',
  })
})

rule('a customer without a discount has none to delete', 'api/discounts/delete', async (world) => {
  const { stripe, customer, refusal } = world
  const { id } = await customer()
  expect(await refusal(stripe.customers.deleteDiscount(id))).toMatchObject({
    statusCode: 404,
    code: 'resource_missing',
  })
})

rule(
  'the cash balance is empty until money comes',
  'api/cash_balance/object',
  async ({ stripe, customer }) => {
    const { id } = await customer()
    const cash = { object: 'cash_balance', available: null, customer: id, livemode: false }
    expect(await stripe.customers.retrieveCashBalance(id)).toMatchObject({
      ...cash,
      settings: { reconciliation_mode: 'automatic', using_merchant_default: true },
    })
    const settings = { reconciliation_mode: 'manual' } as const
    expect(await stripe.customers.updateCashBalance(id, { settings })).toMatchObject({
      ...cash,
      settings: { reconciliation_mode: 'manual', using_merchant_default: false },
    })
    expect(await stripe.customers.retrieveCashBalance(id)).toMatchObject({
      settings: { reconciliation_mode: 'manual' },
    })
  },
)

rule('a location that was found tells where tax would be due', 'tax/customer-locations', async (world) => {
  const { stripe, refusal } = world
  const address = { line1: '1 Main St', city: 'Austin', state: 'TX', postal_code: '78701', country: 'US' }
  const made = await stripe.customers.create({ address, expand: ['tax'] })
  expect(made.tax).toMatchObject({ location: { country: 'US', state: 'TX', source: 'billing_address' } })
  const nowhere = stripe.customers.create({ tax: { validate_location: 'immediately' } })
  expect(await refusal(nowhere)).toMatchObject({ code: 'customer_tax_location_invalid' })
})
