import { expect } from 'vitest'
import { rule } from '../harness/rule'

const DAY = 86_400
const START = Date.UTC(2027, 0, 15, 12) / 1000
const GUIDE = 'billing/testing/test-clocks'

rule(
  'a clock stands at its time, and lives for thirty days',
  'api/test_clocks/create',
  async ({ stripe }) => {
    const clock = await stripe.testHelpers.testClocks.create({ frozen_time: START, name: 'Renewal' })
    expect(clock).toMatchObject({
      id: expect.stringMatching(/^clock_/),
      object: 'test_helpers.test_clock',
      deletes_after: clock.created + 30 * DAY,
      frozen_time: START,
      livemode: false,
      name: 'Renewal',
      status: 'ready',
      status_details: {},
    })
    expect(await stripe.testHelpers.testClocks.retrieve(clock.id)).toEqual(clock)
  },
)

rule('a clock without a name has none', 'api/test_clocks/object', async ({ clock }) => {
  expect((await clock(START)).name).toBeNull()
})

rule('a clock cannot do without a time', 'api/test_clocks/create', async ({ api }) => {
  const { status, body } = await api('/v1/test_helpers/test_clocks', { method: 'POST', body: 'name=x' })
  expect(status).toBe(400)
  expect(body).toMatchObject({
    error: {
      code: 'parameter_missing',
      message: 'Missing required param: frozen_time.',
      param: 'frozen_time',
    },
  })
})

rule('clocks are listed newest first', 'api/test_clocks/list', async ({ clock, stripe }) => {
  const [first, second] = [await clock(START), await clock(START + DAY)]
  const { data, url } = await stripe.testHelpers.testClocks.list({ limit: 2 })
  expect(url).toBe('/v1/test_helpers/test_clocks')
  expect(data.map(({ id }) => id)).toEqual([second.id, first.id])
})

rule('an unknown clock is missing', 'api/test_clocks/retrieve', async ({ refusal, stripe }) => {
  const error = await refusal(stripe.testHelpers.testClocks.retrieve('clock_nope'))
  expect(error).toMatchObject({
    statusCode: 404,
    code: 'resource_missing',
    message: "No such billingclock: 'clock_nope'",
  })
})

rule('customers of a clock live at its time', GUIDE, async ({ clock, customer, draft }) => {
  const { id } = await clock(START)
  const owner = await customer({ test_clock: id })
  expect(owner).toMatchObject({ created: START, test_clock: id })
  const invoice = await draft([], { customer: owner.id, days_until_due: 7 })
  expect(invoice).toMatchObject({ created: START, due_date: START + 7 * DAY, test_clock: id })
})

rule('a clock has room for three customers', GUIDE, async ({ clock, customer, refusal }) => {
  const { id } = await clock(START)
  for (const name of ['a', 'b', 'c']) await customer({ test_clock: id, name })
  expect((await refusal(customer({ test_clock: id }))).statusCode).toBe(400)
})

rule(
  'a customer that exists may be put on a new clock, once',
  'changelog/dahlia/2026-05-27/test-clock-creation-customer-parameter',
  async ({ customer, refusal, stripe }) => {
    const { id } = await customer()
    const clock = await stripe.testHelpers.testClocks.create({ frozen_time: START, customer: id })
    expect(await stripe.customers.retrieve(id)).toMatchObject({ test_clock: clock.id })
    const again = stripe.testHelpers.testClocks.create({ frozen_time: START, customer: id })
    expect((await refusal(again)).statusCode).toBe(400)
  },
)

rule(
  'a clock advances in the background, and is ready once it has arrived',
  'api/test_clocks/advance',
  async ({ clock, eventually, stripe }) => {
    const { id } = await clock(START)
    const target = START + 30 * DAY
    const advancing = await stripe.testHelpers.testClocks.advance(id, { frozen_time: target })
    expect(advancing).toMatchObject({
      frozen_time: START,
      status: 'advancing',
      status_details: { advancing: { target_frozen_time: target } },
    })
    const ready = await eventually(async () => {
      const now = await stripe.testHelpers.testClocks.retrieve(id)
      expect(now.status).toBe('ready')
      return now
    })
    expect(ready).toMatchObject({ frozen_time: target, status_details: {} })
  },
)

rule('a clock goes forward only', 'api/test_clocks/advance', async ({ clock, refusal, stripe }) => {
  const { id } = await clock(START)
  for (const frozen_time of [START, START - 1]) {
    const error = await refusal(stripe.testHelpers.testClocks.advance(id, { frozen_time }))
    expect(error).toMatchObject({ statusCode: 400, rawType: 'invalid_request_error' })
  }
})

rule(
  'a clock without subscriptions advances two years at most at once',
  'api/test_clocks/advance',
  async ({ advance, clock, refusal, stripe }) => {
    const moving = await clock(START)
    const limit = Date.UTC(2029, 0, 15, 12) / 1000
    const beyond = stripe.testHelpers.testClocks.advance(moving.id, { frozen_time: limit + 1 })
    expect((await refusal(beyond)).statusCode).toBe(400)
    expect((await advance(moving, limit)).frozen_time).toBe(limit)
  },
)

rule(
  'a clock with subscriptions advances two of their shortest intervals at most at once',
  'api/test_clocks/advance',
  async ({ advance, clock, customer, refusal, stripe }) => {
    const moving = await clock(START)
    const owner = await customer({ test_clock: moving.id })
    const { id: product } = await stripe.products.create({ name: 'Hosting' })
    for (const interval of ['year', 'month'] as const) {
      const recurring = { interval }
      const price = await stripe.prices.create({ product, currency: 'usd', unit_amount: 1000, recurring })
      const items = [{ price: price.id }]
      const terms = { collection_method: 'send_invoice', days_until_due: 30 } as const
      await stripe.subscriptions.create({ customer: owner.id, items, ...terms })
    }
    const limit = Date.UTC(2027, 2, 15, 12) / 1000
    const beyond = stripe.testHelpers.testClocks.advance(moving.id, { frozen_time: limit + 1 })
    expect((await refusal(beyond)).statusCode).toBe(400)
    expect((await advance(moving, limit)).status).toBe('ready')
  },
)

rule(
  'a clock emits an event for each step of its life',
  'api/events/types',
  async ({ advance, clock, eventsOf, stripe }) => {
    const moving = await clock(START)
    await advance(moving, START + DAY)
    await stripe.testHelpers.testClocks.del(moving.id)
    const events = await eventsOf(moving.id)
    expect(events.map(({ type }) => type)).toEqual([
      'test_helpers.test_clock.created',
      'test_helpers.test_clock.advancing',
      'test_helpers.test_clock.ready',
      'test_helpers.test_clock.deleted',
    ])
  },
)

rule(
  'deleting a clock deletes its customers and cancels their subscriptions',
  GUIDE,
  async ({ clock, customer, refusal, stripe }) => {
    const { id } = await clock(START)
    const owner = await customer({ test_clock: id })
    const product = await stripe.products.create({ name: 'Hosting' })
    const terms = { collection_method: 'send_invoice', days_until_due: 30 } as const
    const price_data = {
      currency: 'usd',
      product: product.id,
      recurring: { interval: 'month' },
      unit_amount: 1000,
    } as const
    const items = [{ price_data }]
    const subscription = await stripe.subscriptions.create({ customer: owner.id, items, ...terms })
    const gone = await stripe.testHelpers.testClocks.del(id)
    expect(gone).toEqual({ id, object: 'test_helpers.test_clock', deleted: true })
    expect((await refusal(stripe.testHelpers.testClocks.retrieve(id))).statusCode).toBe(404)
    expect(await stripe.customers.retrieve(owner.id)).toMatchObject({ deleted: true })
    expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe('canceled')
  },
)

rule('lists leave out the objects of a clock', 'api/customers/list', async ({ clock, customer, stripe }) => {
  const { id: test_clock } = await clock(START)
  const email = `clocked-${Date.now()}@example.com`
  const { id } = await customer({ test_clock, email })
  expect((await stripe.customers.list({ email })).data).toEqual([])
  const { data } = await stripe.customers.list({ email, test_clock })
  expect(data.map((each) => each.id)).toEqual([id])
})

rule('a list for an unknown clock is refused', 'api/customers/list', async ({ refusal, stripe }) => {
  const error = await refusal(stripe.customers.list({ test_clock: 'clock_nope' }))
  expect(error).toMatchObject({
    statusCode: 400,
    code: 'resource_missing',
    message: "No such billingclock: 'clock_nope'",
    param: 'test_clock',
  })
})
