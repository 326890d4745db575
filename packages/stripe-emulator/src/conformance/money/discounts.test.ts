import { expect } from 'vitest'
import { rule } from '../harness/rule'
import { addsUp, amountOff, COUPONS, exclusive, inclusive, lineOf, percentOff } from './carts'

const named = (amount: number, description: string) => ({ amount, description })

rule('a fixed discount leaves its remainder to the last line: 166 and 334', COUPONS, async (world) => {
  const discounts = [await amountOff(world, 500)]
  const pieces = [named(1000, 'one'), named(2000, 'two')]
  const invoice = await addsUp(world, pieces, { discounts }, { subtotal: 3000, total: 2500 })
  const [discount] = invoice.discounts
  expect(lineOf(invoice, 'one')).toMatchObject({
    amount: 1000,
    discount_amounts: [{ amount: 166, discount }],
    pretax_credit_amounts: [{ amount: 166, discount, type: 'discount' }],
  })
  expect(lineOf(invoice, 'two').discount_amounts).toEqual([{ amount: 334, discount }])
  expect(invoice.total_pretax_credit_amounts).toEqual([{ amount: 500, discount, type: 'discount' }])
})

rule('a fixed discount never takes more than there is', COUPONS, async (world) => {
  const discounts = [await amountOff(world, 5000)]
  const pieces = [{ amount: 1000 }, { amount: 2000 }]
  await addsUp(
    world,
    pieces,
    { discounts },
    { subtotal: 3000, total: 0, total_discount_amounts: [{ amount: 3000 }] },
  )
})

rule('a percentage is rounded a line at a time', COUPONS, async (world) => {
  const discounts = [await percentOff(world, 50)]
  const pieces = [{ amount: 333 }, { amount: 333 }]
  await addsUp(world, pieces, { discounts }, { total: 332, total_discount_amounts: [{ amount: 334 }] })
})

rule('33.33 % off 10000 is 3333', COUPONS, async (world) => {
  const discounts = [await percentOff(world, 33.33)]
  await addsUp(world, [{ amount: 10_000 }], { discounts }, { total: 6667 })
})

rule('a discount of 100 % leaves no amount and no tax', COUPONS, async (world) => {
  const discounts = [await percentOff(world, 100)]
  const tax_rates = [await exclusive(world, 20)]
  await addsUp(
    world,
    [{ amount: 5000, tax_rates }],
    { discounts },
    { subtotal: 5000, total: 0, total_excluding_tax: 0, total_taxes: [{ amount: 0, taxable_amount: 0 }] },
  )
})

rule('discounts follow one another in their order', COUPONS, async (world) => {
  const ten = await percentOff(world, 10)
  const five = await amountOff(world, 500)
  const cart = [{ amount: 1000 }]
  await addsUp(
    world,
    cart,
    { discounts: [ten, five] },
    { total: 400, total_discount_amounts: [{ amount: 100 }, { amount: 500 }] },
  )
  await addsUp(
    world,
    cart,
    { discounts: [five, ten] },
    { total: 450, total_discount_amounts: [{ amount: 500 }, { amount: 50 }] },
  )
})

rule('a discount of a line is taken first, and leaves the subtotal', COUPONS, async (world) => {
  const five = await amountOff(world, 500)
  const ten = await percentOff(world, 10)
  const pieces = [{ ...named(2500, 'cheaper'), discounts: [five] }, named(1000, 'plain')]
  const invoice = await addsUp(
    world,
    pieces,
    { discounts: [ten] },
    { subtotal: 3000, total: 2700, total_discount_amounts: [{ amount: 500 }, { amount: 300 }] },
  )
  const line = lineOf(invoice, 'cheaper')
  expect(line).toMatchObject({ amount: 2500, discount_amounts: [{ amount: 500 }, { amount: 200 }] })
  expect(line.discounts).toHaveLength(1)
})

rule('a line that is not discountable is left alone', COUPONS, async (world) => {
  const discounts = [await percentOff(world, 10)]
  const pieces = [named(1000, 'less'), { ...named(1000, 'fixed'), discountable: false }]
  const invoice = await addsUp(world, pieces, { discounts }, { total: 1900 })
  expect(lineOf(invoice, 'fixed')).toMatchObject({ discountable: false, discount_amounts: [] })
})

rule('a negative line is not discounted', COUPONS, async (world) => {
  const discounts = [await percentOff(world, 10)]
  const pieces = [{ amount: 1000 }, named(-400, 'refund')]
  const invoice = await addsUp(world, pieces, { discounts }, { subtotal: 600, total: 500 })
  expect(lineOf(invoice, 'refund')).toMatchObject({ discountable: false, discount_amounts: [] })
})

rule('a fixed discount is shared among what it may reach', COUPONS, async (world) => {
  const discounts = [await amountOff(world, 900)]
  const pieces = [{ ...named(5000, 'fixed'), discountable: false }, named(500, 'one'), named(250, 'two')]
  const invoice = await addsUp(
    world,
    pieces,
    { discounts },
    { total: 5000, total_discount_amounts: [{ amount: 750 }] },
  )
  expect(lineOf(invoice, 'two').discount_amounts).toMatchObject([{ amount: 250 }])
})

rule('a coupon for a product reaches no other', 'api/coupons/create', async (world) => {
  const { stripe } = world
  const [chosen, other] = await Promise.all(
    ['Chosen', 'Other'].map((name) => stripe.products.create({ name })),
  )
  const applies_to = { products: [chosen?.id ?? ''] }
  const { id: coupon } = await stripe.coupons.create({ percent_off: 50, applies_to })
  const pieces = [
    { unit: '1000', product: chosen?.id, description: 'chosen' },
    { unit: '3000', product: other?.id, description: 'other' },
  ]
  const invoice = await addsUp(world, pieces, { discounts: [{ coupon }] }, { subtotal: 4000, total: 3500 })
  expect(lineOf(invoice, 'chosen').discount_amounts).toMatchObject([{ amount: 500 }])
  expect(lineOf(invoice, 'other').discount_amounts).toEqual([])
})

rule('a fixed coupon for a product takes no more than that product', 'api/coupons/create', async (world) => {
  const { stripe } = world
  const { id: product } = await stripe.products.create({ name: 'Chosen' })
  const terms = { amount_off: 2000, currency: 'usd', applies_to: { products: [product] } }
  const { id: coupon } = await stripe.coupons.create(terms)
  const pieces = [{ unit: '1500', product }, { amount: 3000 }]
  await addsUp(world, pieces, { discounts: [{ coupon }] }, { total: 3000 })
})

rule('tax is found after discounts', COUPONS, async (world) => {
  const discounts = [await amountOff(world, 1000)]
  const on = [await exclusive(world, 20)]
  const inside = [await inclusive(world, 20)]
  await addsUp(
    world,
    [
      { amount: 6000, tax_rates: on },
      { amount: 4000, tax_rates: inside },
    ],
    { discounts },
    { subtotal: 10_000, total: 10_080, total_taxes: [{ amount: 1080 }, { amount: 600 }] },
  )
})

rule('a coupon in another currency is refused', 'api/coupons/create', async (world) => {
  const discounts = [await amountOff(world, 1000, 'eur')]
  const error = await world.refusal(world.draft([{ amount: 5000 }], { discounts }))
  expect(error.statusCode).toBe(400)
})
