import { expect } from 'vitest'
import { rule } from '../harness/rule'

rule(
  'a new coupon has the defaults that Stripe gives',
  'api/coupons/create',
  async ({ stripe, eventsOf }) => {
    const coupon = await stripe.coupons.create({ percent_off: 33.3 })
    expect(coupon).toMatchObject({
      object: 'coupon',
      amount_off: null,
      currency: null,
      duration: 'once',
      duration_in_months: null,
      livemode: false,
      max_redemptions: null,
      metadata: {},
      name: null,
      percent_off: 33.3,
      redeem_by: null,
      times_redeemed: 0,
      valid: true,
    })
    expect(coupon.id).toMatch(/^\w{8}$/)
    expect((await eventsOf(coupon.id)).map(({ type }) => type)).toEqual(['coupon.created'])
  },
)

rule('a coupon takes off an amount or a percentage', 'api/coupons/create', async ({ stripe, refusal }) => {
  expect(await refusal(stripe.coupons.create({ duration: 'once' }))).toMatchObject({
    statusCode: 400,
    code: 'parameter_missing',
    message: 'Must provide percent_off or amount_off.',
  })
  expect((await refusal(stripe.coupons.create({ amount_off: 5, percent_off: 5 }))).message).toBe(
    'Received both percent_off and amount_off parameters. Please pass in only one.',
  )
  expect(await refusal(stripe.coupons.create({ amount_off: 5 }))).toMatchObject({
    message: 'You must pass currency when passing amount_off',
    param: 'currency',
  })
  expect(await refusal(stripe.coupons.create({ percent_off: 0 }))).toMatchObject({ param: 'percent_off' })
  expect(await refusal(stripe.coupons.create({ percent_off: 101 }))).toMatchObject({ param: 'percent_off' })
})

rule('a repeating coupon says for how long', 'api/coupons/create#duration', async ({ stripe, refusal }) => {
  const bare = { percent_off: 10, duration: 'repeating' } as const
  expect(await refusal(stripe.coupons.create(bare))).toMatchObject({
    message: 'The duration_in_months param must be set when creating a coupon with a repeating duration',
    param: 'duration',
  })
  expect(await stripe.coupons.create({ ...bare, duration_in_months: 3 })).toMatchObject({
    duration: 'repeating',
    duration_in_months: 3,
  })
})

rule('the last day of a coupon is still to come', 'api/coupons/create#redeem_by', async (world) => {
  const { stripe, refusal } = world
  expect(await refusal(stripe.coupons.create({ percent_off: 10, redeem_by: 1000 }))).toMatchObject({
    statusCode: 400,
    param: 'redeem_by',
  })
  const { created } = await stripe.coupons.create({ percent_off: 10 })
  const redeem_by = created + 6 * 366 * 86_400
  expect((await refusal(stripe.coupons.create({ percent_off: 10, redeem_by }))).message).toBe(
    'Invalid timestamp: can be no more than five years in the future.',
  )
})

rule('an id of a coupon is taken once', 'api/coupons/create#id', async ({ stripe, refusal }) => {
  await stripe.coupons.create({ id: 'SPRING', percent_off: 10 })
  expect(await refusal(stripe.coupons.create({ id: 'SPRING', percent_off: 20 }))).toMatchObject({
    code: 'resource_already_exists',
    message: 'Coupon already exists.',
  })
})

rule(
  'the products a coupon is limited to only show when expanded',
  'api/coupons/object',
  async ({ stripe }) => {
    const { id } = await stripe.products.create({ name: 'Design' })
    const made = await stripe.coupons.create({
      amount_off: 500,
      currency: 'usd',
      currency_options: { eur: { amount_off: 450 } },
      applies_to: { products: [id] },
    })
    expect(made).not.toHaveProperty('applies_to')
    expect(made).not.toHaveProperty('currency_options')
    const expand = ['applies_to', 'currency_options']
    expect(await stripe.coupons.retrieve(made.id, { expand })).toMatchObject({
      applies_to: { products: [id] },
      currency_options: { eur: { amount_off: 450 } },
    })
  },
)

rule(
  'amounts in other currencies go with an amount',
  'api/coupons/create#currency_options',
  async (world) => {
    const { stripe, refusal } = world
    const currency_options = { eur: { amount_off: 450 } }
    expect(await refusal(stripe.coupons.create({ percent_off: 5, currency_options }))).toMatchObject({
      message: 'You may only specify one of these parameters: currency_options, percent_off.',
    })
    const loud = { amount_off: 5, currency: 'usd', currency_options: { EUR: { amount_off: 450 } } }
    expect((await refusal(stripe.coupons.create(loud))).message).toBe(
      'Currencies must be lowercase when used as keys in a map. Use `eur` instead of `EUR`.',
    )
  },
)

rule(
  'a coupon counts in the currency of the invoice',
  'api/coupons/create#currency_options',
  async (world) => {
    const { stripe, draft, refusal } = world
    const coupon = await stripe.coupons.create({
      amount_off: 500,
      currency: 'usd',
      currency_options: { eur: { amount_off: 450 } },
    })
    const discounts = [{ coupon: coupon.id }]
    const lines = (currency: string) => [
      {
        description: 'Design',
        price_data: { currency, product_data: { name: 'Design' }, unit_amount: 2000 },
      },
    ]
    expect((await draft(lines('usd'), { discounts })).total).toBe(1500)
    expect((await draft(lines('eur'), { discounts, currency: 'eur' })).total).toBe(1550)
    expect((await refusal(draft([], { discounts, currency: 'gbp' }))).statusCode).toBe(400)
  },
)

rule('a coupon only reaches the products it names', 'api/coupons/create#applies_to', async (world) => {
  const { stripe, draft } = world
  const { id } = await stripe.products.create({ name: 'Design' })
  const coupon = await stripe.coupons.create({ percent_off: 50, applies_to: { products: [id] } })
  const price_data = { currency: 'usd', unit_amount: 1000 }
  const lines = [
    { description: 'Design', price_data: { ...price_data, product: id } },
    { description: 'Other', price_data: { ...price_data, product_data: { name: 'Other' } } },
  ]
  expect((await draft(lines, { discounts: [{ coupon: coupon.id }] })).total).toBe(1500)
})

rule('a coupon that is used up is no longer valid', 'api/coupons/object#valid', async (world) => {
  const { stripe, draft, refusal } = world
  const { id } = await stripe.coupons.create({ percent_off: 10, max_redemptions: 1 })
  await draft(undefined, { discounts: [{ coupon: id }] })
  expect(await stripe.coupons.retrieve(id)).toMatchObject({ times_redeemed: 1, valid: false })
  const again = draft(undefined, { discounts: [{ coupon: id }] })
  expect(await refusal(again)).toMatchObject({ statusCode: 400, code: 'coupon_expired' })
})

rule('only the name of a coupon can be changed', 'api/coupons/update', async ({ stripe, api, eventsOf }) => {
  const { id } = await stripe.coupons.create({ percent_off: 10 })
  expect(await stripe.coupons.update(id, { name: 'Spring', metadata: { a: '1' } })).toMatchObject({
    name: 'Spring',
    metadata: { a: '1' },
    percent_off: 10,
  })
  const answer = await api(`/v1/coupons/${id}`, { method: 'POST', body: 'percent_off=20' })
  expect(answer.body.error).toMatchObject({ code: 'parameter_unknown', param: 'percent_off' })
  expect((await eventsOf(id)).at(-1)).toMatchObject({
    type: 'coupon.updated',
    data: { previous_attributes: { name: null, metadata: { a: null } } },
  })
})

rule('a deleted coupon goes on where it was redeemed', 'api/coupons/delete', async (world) => {
  const { stripe, draft, refusal, eventsOf } = world
  const { id } = await stripe.coupons.create({ percent_off: 50 })
  const invoice = await draft(undefined, { discounts: [{ coupon: id }] })
  expect(await stripe.coupons.del(id)).toEqual({ id, object: 'coupon', deleted: true })
  expect((await refusal(stripe.coupons.retrieve(id))).statusCode).toBe(404)
  expect((await eventsOf(id)).at(-1)).toMatchObject({
    type: 'coupon.deleted',
    data: { object: { valid: false } },
  })
  await stripe.coupons.create({ id, percent_off: 10 })
  expect((await stripe.invoices.finalizeInvoice(invoice.id)).total).toBe(1500)
})
