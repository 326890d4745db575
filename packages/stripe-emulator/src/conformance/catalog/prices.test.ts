import Stripe from 'stripe'
import { expect } from 'vitest'
import { rule } from '../harness/rule'

const FLAT = { currency: 'usd', unit_amount: 1250, product_data: { name: 'Design' } }
const MONTHLY = { ...FLAT, recurring: { interval: 'month' } } as const

rule('a price may bring its product', 'api/prices/create#product_data', async ({ stripe, eventTypes }) => {
  const product_data = { name: 'Design', metadata: { a: '1' }, unit_label: 'hour', id: 'design' }
  const price = await stripe.prices.create({ ...FLAT, product_data, expand: ['product'] })
  expect(price).toMatchObject({
    object: 'price',
    active: true,
    billing_scheme: 'per_unit',
    currency: 'usd',
    custom_unit_amount: null,
    livemode: false,
    lookup_key: null,
    nickname: null,
    product: { object: 'product', active: true, ...product_data },
    recurring: null,
    tax_behavior: 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: 'one_time',
    unit_amount: 1250,
  })
  expect(price.unit_amount_decimal?.toString()).toBe('1250')
  expect(await eventTypes()).toEqual(['product.created', 'price.created'])
})

rule('the amount is null when it is not whole', 'api/prices/object#unit_amount', async ({ stripe }) => {
  const { unit_amount: _, ...bare } = FLAT
  const price = await stripe.prices.create({ ...bare, unit_amount_decimal: Stripe.Decimal.from('0.125') })
  expect(price.unit_amount).toBeNull()
  expect(price.unit_amount_decimal?.toString()).toBe('0.125')
  const whole = await stripe.prices.create({ ...bare, unit_amount_decimal: Stripe.Decimal.from('12') })
  expect(whole.unit_amount).toBe(12)
})

rule('a price is of one product and has one amount', 'api/prices/create', async ({ api }) => {
  const ask = async (body: string) => {
    const answer = await api('/v1/prices', { method: 'POST', body })
    expect(answer.status).toBe(400)
    return answer.body.error
  }
  expect(await ask('currency=usd&unit_amount=1')).toMatchObject({
    message: 'You must specify either `product` or `product_data` when creating a price.',
  })
  expect(await ask('currency=usd&unit_amount=1&product=prod_nope')).toMatchObject({
    code: 'resource_missing',
    param: 'product',
  })
  const data = 'currency=usd&product_data[name]=Design'
  expect(await ask(`${data}&product=prod_nope&unit_amount=1`)).toMatchObject({
    message: 'You may only specify one of these parameters: product, product_data.',
  })
  expect(await ask(data)).toMatchObject({
    message: 'Prices require an `unit_amount` or `unit_amount_decimal` parameter to be set.',
  })
  expect(await ask(`${data}&unit_amount=1&unit_amount_decimal=1.5`)).toMatchObject({
    message: 'You may only specify one of these parameters: unit_amount, unit_amount_decimal.',
    param: 'unit_amount',
  })
  expect(await ask(`${data}&unit_amount=-1`)).toMatchObject({
    message: 'Invalid non-negative integer',
    param: 'unit_amount',
  })
})

rule(
  'a price recurs at most every three years',
  'api/prices/create#recurring',
  async ({ stripe, refusal }) => {
    const recurring = { interval: 'month', interval_count: 3, trial_period_days: 14 } as const
    expect((await stripe.prices.create({ ...FLAT, recurring })).recurring).toEqual({
      ...recurring,
      meter: null,
      usage_type: 'licensed',
    })
    const seldom = stripe.prices.create({ ...FLAT, recurring: { interval: 'month', interval_count: 37 } })
    expect(await refusal(seldom)).toMatchObject({
      message: "The interval_count for monthly prices can't be greater than 36",
      param: 'recurring[interval_count]',
    })
  },
)

rule('metered prices need a meter', 'changelog/basil/2025-03-31', async ({ stripe, refusal }) => {
  const recurring = { interval: 'month', usage_type: 'metered' } as const
  expect((await refusal(stripe.prices.create({ ...FLAT, recurring }))).message).toContain(
    'metered prices must be backed by meters',
  )
})

rule('a one-time price has no tiers', 'api/prices/create#billing_scheme', async ({ stripe, refusal }) => {
  expect((await refusal(stripe.prices.create({ ...FLAT, billing_scheme: 'tiered' }))).message).toBe(
    'Prices with `type=one_time` are not supported with tiered billing.',
  )
})

rule('a buyer may name the amount', 'api/prices/create#custom_unit_amount', async ({ stripe }) => {
  const { unit_amount: _, ...bare } = FLAT
  const custom = { enabled: true, minimum: 500, preset: 1000 }
  expect(await stripe.prices.create({ ...bare, custom_unit_amount: custom })).toMatchObject({
    custom_unit_amount: { maximum: null, minimum: 500, preset: 1000 },
    unit_amount: null,
    unit_amount_decimal: null,
  })
})

rule('other currencies only show when expanded', 'api/prices/object#currency_options', async ({ stripe }) => {
  const currency_options = { eur: { unit_amount: 1100, tax_behavior: 'exclusive' } } as const
  const price = await stripe.prices.create({ ...FLAT, currency_options })
  expect(price).not.toHaveProperty('currency_options')
  const expand = ['currency_options']
  const full = await stripe.prices.retrieve(price.id, { expand })
  expect(full.currency_options).toMatchObject({
    eur: { unit_amount: 1100, tax_behavior: 'exclusive', custom_unit_amount: null },
    usd: { unit_amount: 1250 },
  })
  const more = { gbp: { unit_amount: 900 } }
  const wider = await stripe.prices.update(price.id, { currency_options: more, expand })
  expect(Object.keys(wider.currency_options ?? {}).sort()).toEqual(['eur', 'gbp', 'usd'])
})

rule('a lookup key names one price', 'products-prices/manage-prices#lookup-keys', async (world) => {
  const { stripe, refusal, eventsDuring } = world
  const first = await stripe.prices.create({ ...FLAT, lookup_key: 'standard' })
  expect(await refusal(stripe.prices.create({ ...FLAT, lookup_key: 'standard' }))).toMatchObject({
    message: `A price (\`${first.id}\`) already uses that lookup key.`,
    param: 'lookup_key',
  })
  const taking = { product: String(first.product), currency: 'usd', unit_amount: 1300 }
  const events = await eventsDuring(() =>
    stripe.prices.create({ ...taking, lookup_key: 'standard', transfer_lookup_key: true }),
  )
  expect(events.map(({ type }) => type)).toEqual(['price.updated', 'price.created'])
  expect(events[0]?.data.previous_attributes).toEqual({ lookup_key: 'standard' })
  const { data } = await stripe.prices.list({ lookup_keys: ['standard', 'other'] })
  expect(data).toMatchObject([{ unit_amount: 1300, lookup_key: 'standard' }])
})

rule('whether tax is included is said once', 'tax/products-prices-tax-codes-tax-behavior', async (world) => {
  const { stripe, refusal } = world
  const { id } = await stripe.prices.create(FLAT)
  expect(await stripe.prices.update(id, { tax_behavior: 'inclusive' })).toMatchObject({
    tax_behavior: 'inclusive',
  })
  expect(await refusal(stripe.prices.update(id, { tax_behavior: 'exclusive' }))).toMatchObject({
    statusCode: 400,
  })
})

rule('prices are listed by what they are', 'api/prices/list', async ({ stripe, refusal }) => {
  const once = await stripe.prices.create(FLAT)
  const monthly = await stripe.prices.create(MONTHLY)
  await stripe.prices.update(once.id, { active: false })
  const ids = async (filter: object) => (await stripe.prices.list(filter)).data.map(({ id }) => id)
  expect(await ids({ active: true })).toEqual([monthly.id])
  expect(await ids({ active: false })).toEqual([once.id])
  expect(await ids({ type: 'one_time' })).toEqual([once.id])
  expect(await ids({ product: monthly.product })).toEqual([monthly.id])
  expect(await ids({ currency: 'eur' })).toEqual([])
  expect(await ids({ recurring: { interval: 'month' } })).toEqual([monthly.id])
  expect(await ids({ recurring: { interval: 'year' } })).toEqual([])
  expect(await refusal(stripe.prices.list({ product: 'prod_nope' }))).toMatchObject({
    code: 'resource_missing',
    param: 'product',
  })
})

rule('an item takes no price that recurs', 'api/invoiceitems/create', async (world) => {
  const { stripe, customer, refusal } = world
  const { id } = await customer()
  const price = await stripe.prices.create(MONTHLY)
  const item = stripe.invoiceItems.create({ customer: id, pricing: { price: price.id } })
  expect((await refusal(item)).statusCode).toBe(400)
})
