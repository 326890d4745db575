import Stripe from 'stripe'
import { expect, test } from 'vitest'
import { draft } from '../../testing/bill'
import { eventTypes, refusal, start } from '../../testing/start'

const { stripe } = await start()

test('a product with a price is what a line may ask for', async () => {
  const product = await stripe.products.create({ name: 'Design', metadata: { item: '1' } })
  const price = await stripe.prices.create({ product: product.id, currency: 'usd', unit_amount: 12_500 })
  const invoice = await draft(stripe, [{ pricing: { price: price.id }, quantity: 2 }])
  expect(invoice.lines.data[0]).toMatchObject({
    amount: 25_000,
    description: 'Design',
    pricing: { price_details: { price: price.id, product: product.id } },
  })
})

test('a price keeps its decimals, and its amount is null when it is not whole', async () => {
  const product = await stripe.products.create({ name: 'Power' })
  const unit_amount_decimal = Stripe.Decimal.from('0.125')
  const price = await stripe.prices.create({ product: product.id, currency: 'usd', unit_amount_decimal })
  expect(price.unit_amount).toBeNull()
  expect(price.unit_amount_decimal?.toString()).toBe('0.125')
})

test('a product with prices stays; one without goes', async () => {
  const { id } = await stripe.products.create({ name: 'Design' })
  const { default_price } = await stripe.products.update(id, { name: 'Drawing' })
  expect(default_price).toBeNull()
  await stripe.prices.create({ product: id, currency: 'usd', unit_amount: 1 })
  expect((await refusal(stripe.products.del(id))).statusCode).toBe(400)
  const lone = await stripe.products.create({ name: 'Lone' })
  expect(await stripe.products.del(lone.id)).toEqual({ id: lone.id, object: 'product', deleted: true })
})

test('archived tax rates leave the list of active ones', async () => {
  const rate = await stripe.taxRates.create({ display_name: 'GST', percentage: 9.975, inclusive: true })
  expect(rate).toMatchObject({ percentage: 9.975, inclusive: true, active: true, rate_type: 'percentage' })
  await stripe.taxRates.update(rate.id, { active: false })
  expect((await stripe.taxRates.list({ active: true })).data).toEqual([])
})

test('a coupon is a percentage or an amount, redeemed and used up', async () => {
  expect((await refusal(stripe.coupons.create({ duration: 'once' }))).statusCode).toBe(400)
  expect((await refusal(stripe.coupons.create({ amount_off: 5 }))).param).toBe('currency')
  const coupon = await stripe.coupons.create({ id: 'ONCE', percent_off: 33.3, max_redemptions: 1 })
  expect(coupon).toMatchObject({ id: 'ONCE', percent_off: 33.3, duration: 'once', valid: true })
  await draft(stripe, undefined, { discounts: [{ coupon: 'ONCE' }] })
  expect(await stripe.coupons.retrieve('ONCE')).toMatchObject({ times_redeemed: 1, valid: false })
  expect((await refusal(draft(stripe, undefined, { discounts: [{ coupon: 'ONCE' }] }))).code).toBe(
    'coupon_expired',
  )
})

test('a coupon in another currency does not fit', async () => {
  const coupon = await stripe.coupons.create({ amount_off: 500, currency: 'eur' })
  expect((await refusal(draft(stripe, [], { discounts: [{ coupon: coupon.id }] }))).param).toBe('coupon')
})

test('every catalogue object emits an event when it is created', async () => {
  const types = new Set(await eventTypes(stripe))
  for (const noun of ['product', 'price', 'tax_rate', 'coupon']) expect(types).toContain(`${noun}.created`)
})
