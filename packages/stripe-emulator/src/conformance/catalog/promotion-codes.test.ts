import type Stripe from 'stripe'
import { expect } from 'vitest'
import { rule } from '../harness/rule'
import type { World } from '../harness/world'

type Terms = Omit<Stripe.PromotionCodeCreateParams, 'promotion'>

/** A code for half of everything, unless another coupon is wanted. */
async function codeOf({ stripe }: World, terms: Terms = {}, coupon: Stripe.CouponCreateParams = {}) {
  const { id } = await stripe.coupons.create({ percent_off: 50, ...coupon })
  return stripe.promotionCodes.create({ promotion: { type: 'coupon', coupon: id }, ...terms })
}

rule(
  'a new promotion code has the defaults that Stripe gives',
  'api/promotion_codes/create',
  async (world) => {
    const code = await codeOf(world)
    expect(code.id).toMatch(/^promo_/)
    expect(code.code).toMatch(/^[A-Z0-9]{8}$/)
    expect(code).toMatchObject({
      object: 'promotion_code',
      active: true,
      customer: null,
      expires_at: null,
      livemode: false,
      max_redemptions: null,
      metadata: {},
      promotion: { type: 'coupon' },
      restrictions: { first_time_transaction: false, minimum_amount: null, minimum_amount_currency: null },
      times_redeemed: 0,
    })
    expect((await world.eventsOf(code.id)).map(({ type }) => type)).toEqual(['promotion_code.created'])
    const expand = ['promotion.coupon']
    expect(await world.stripe.promotionCodes.retrieve(code.id, { expand })).toMatchObject({
      promotion: { coupon: { object: 'coupon', percent_off: 50 } },
    })
  },
)

rule('a promotion code is of a coupon', 'api/promotion_codes/create#promotion', async ({ api }) => {
  const ask = async (body: string) => (await api('/v1/promotion_codes', { method: 'POST', body })).body.error
  expect(await ask('code=SPRING')).toMatchObject({
    code: 'parameter_missing',
    message: 'Missing required param: promotion.',
  })
  expect(await ask('promotion[type]=coupon')).toMatchObject({
    message: 'You must pass promotion.coupon when passing promotion',
  })
  expect(await ask('promotion[type]=coupon&promotion[coupon]=nope')).toMatchObject({
    code: 'resource_missing',
    message: "No such coupon: 'nope'",
  })
})

rule('one active code is spelled like this', 'api/promotion_codes/create#code', async (world) => {
  const { stripe, refusal, customer } = world
  const first = await codeOf(world, { code: 'SPRING' })
  expect((await refusal(codeOf(world, { code: 'spring' }))).message).toBe(
    'An active promotion code with `code: spring` already exists.',
  )
  const { id } = await customer()
  expect(await codeOf(world, { code: 'SPRING', customer: id })).toMatchObject({ customer: id })
  await stripe.promotionCodes.update(first.id, { active: false })
  expect(await codeOf(world, { code: 'spring' })).toMatchObject({ active: true })
  expect((await refusal(stripe.promotionCodes.update(first.id, { active: true }))).statusCode).toBe(400)
})

rule('a code is letters, digits and dashes', 'api/promotion_codes/create#code', async (world) => {
  expect(await world.refusal(codeOf(world, { code: 'has spaces' }))).toMatchObject({
    statusCode: 400,
    param: 'code',
  })
})

rule('a code takes its coupon off an invoice', 'billing/subscriptions/coupons', async (world) => {
  const { stripe, draft } = world
  const code = await codeOf(world)
  const discounts = [{ promotion_code: code.id }]
  const { id, total } = await draft(undefined, { discounts })
  expect(total).toBe(1500)
  const expand = ['discounts', 'discounts.promotion_code']
  const coupon = code.promotion.coupon
  expect(await stripe.invoices.retrieve(id, { expand })).toMatchObject({
    discounts: [
      {
        object: 'discount',
        end: null,
        invoice: id,
        promotion_code: { id: code.id, times_redeemed: 1 },
        source: { coupon, type: 'coupon' },
      },
    ],
  })
  expect(await stripe.coupons.retrieve(String(coupon))).toMatchObject({ times_redeemed: 1 })
})

rule('a code that is used up is no longer active', 'api/promotion_codes/object#active', async (world) => {
  const { stripe, draft, refusal } = world
  const { id } = await codeOf(world, { max_redemptions: 1 })
  const discounts = [{ promotion_code: id }]
  await draft(undefined, { discounts })
  expect(await stripe.promotionCodes.retrieve(id)).toMatchObject({ active: false, times_redeemed: 1 })
  expect((await refusal(draft(undefined, { discounts }))).statusCode).toBe(400)
  expect((await stripe.promotionCodes.list({ active: true })).data).toEqual([])
})

rule('a code is of no use to somebody else', 'api/promotion_codes/create#customer', async (world) => {
  const { customer, draft, refusal } = world
  const { id } = await customer()
  const code = await codeOf(world, { customer: id })
  const discounts = [{ promotion_code: code.id }]
  expect((await refusal(draft(undefined, { discounts }))).statusCode).toBe(400)
  expect((await draft(undefined, { discounts, customer: id })).total).toBe(1500)
})

rule('a code may be for first purchases', 'api/promotion_codes/create#restrictions', async (world) => {
  const { stripe, customer, open, draft, refusal } = world
  const { id } = await customer()
  const code = await codeOf(world, { restrictions: { first_time_transaction: true } })
  const discounts = [{ promotion_code: code.id }]
  expect((await draft(undefined, { discounts, customer: id })).total).toBe(1500)
  await stripe.invoices.pay((await open(undefined, { customer: id })).id, { paid_out_of_band: true })
  expect((await refusal(draft(undefined, { discounts, customer: id }))).message).toBe(
    'This promotion code cannot be redeemed because the associated customer has prior transactions.',
  )
})

rule('a code may ask for a minimum', 'api/promotion_codes/create#restrictions', async (world) => {
  const { stripe, draft, refusal } = world
  const restrictions = { minimum_amount: 3001, minimum_amount_currency: 'usd' }
  const code = await codeOf(world, { restrictions })
  const discounts = [{ promotion_code: code.id }]
  const little = await draft()
  expect((await refusal(stripe.invoices.update(little.id, { discounts }))).message).toBe(
    'This promotion code cannot be redeemed because the associated purchase does not meet the minimum amount requirement.',
  )
  const much = await draft()
  await stripe.invoices.addLines(much.id, { lines: [{ description: 'More', amount: 2 }] })
  expect(await stripe.invoices.update(much.id, { discounts })).toMatchObject({ subtotal: 3002, total: 1501 })
  expect(await stripe.promotionCodes.retrieve(code.id)).toMatchObject({ times_redeemed: 1 })
})

rule('a code ends with its coupon at the latest', 'api/promotion_codes/create#expires_at', async (world) => {
  const { stripe, refusal } = world
  const { created } = await stripe.coupons.create({ percent_off: 1 })
  const redeem_by = created + 86_400
  const late = codeOf(world, { expires_at: redeem_by + 1 }, { redeem_by })
  expect(await refusal(late)).toMatchObject({ statusCode: 400 })
  const many = codeOf(world, { max_redemptions: 6 }, { max_redemptions: 5 })
  expect(await refusal(many)).toMatchObject({ statusCode: 400 })
  expect(await refusal(codeOf(world, { expires_at: 1000 }))).toMatchObject({ param: 'expires_at' })
})

rule('a code without its coupon is not active', 'api/promotion_codes/object#active', async (world) => {
  const { stripe } = world
  const code = await codeOf(world)
  await stripe.coupons.del(String(code.promotion.coupon))
  expect(await stripe.promotionCodes.retrieve(code.id)).toMatchObject({ active: false })
})

rule('little of a promotion code can be changed', 'api/promotion_codes/update', async (world) => {
  const { stripe, api, eventsOf } = world
  const restrictions = { minimum_amount: 1000, minimum_amount_currency: 'usd' }
  const code = await codeOf(world, { restrictions })
  const options = { eur: { minimum_amount: 900 } }
  const changed = await stripe.promotionCodes.update(code.id, {
    active: false,
    metadata: { a: '1' },
    restrictions: { currency_options: options },
    expand: ['restrictions.currency_options'],
  })
  expect(changed).toMatchObject({
    active: false,
    metadata: { a: '1' },
    restrictions: { ...restrictions, currency_options: options },
  })
  const found = await stripe.promotionCodes.retrieve(code.id)
  expect(found.restrictions).not.toHaveProperty('currency_options')
  const answer = await api(`/v1/promotion_codes/${code.id}`, { method: 'POST', body: 'code=OTHER' })
  expect(answer.body.error).toMatchObject({ code: 'parameter_unknown', param: 'code' })
  expect((await eventsOf(code.id)).at(-1)).toMatchObject({
    type: 'promotion_code.updated',
    data: { previous_attributes: { active: true } },
  })
})

rule('promotion codes are found by what they say', 'api/promotion_codes/list', async (world) => {
  const { stripe, refusal } = world
  const spring = await codeOf(world, { code: 'SPRING' })
  await codeOf(world, { code: 'AUTUMN' })
  const ids = async (filter: object) => (await stripe.promotionCodes.list(filter)).data.map(({ id }) => id)
  expect(await ids({ code: 'SPRING' })).toEqual([spring.id])
  expect(await ids({ coupon: spring.promotion.coupon })).toEqual([spring.id])
  expect(await ids({ active: false })).toEqual([])
  expect(await refusal(stripe.promotionCodes.list({ coupon: 'nope' }))).toMatchObject({
    code: 'resource_missing',
    param: 'coupon',
  })
  expect(await refusal(stripe.promotionCodes.retrieve('promo_nope'))).toMatchObject({
    statusCode: 404,
    message: "No such promotion code: 'promo_nope'",
    param: 'promotion_code',
  })
})
