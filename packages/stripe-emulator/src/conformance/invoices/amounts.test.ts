import type Stripe from 'stripe'
import { expect } from 'vitest'
import { rule } from '../harness/rule'
import type { World } from '../harness/world'

const SECTION = 'billing/taxes/tax-rates'

async function rate({ stripe }: World, percentage: number, inclusive = false): Promise<string> {
  return (await stripe.taxRates.create({ display_name: 'Tax', percentage, inclusive })).id
}

async function percentOff({ stripe }: World, percent_off: number): Promise<string> {
  return (await stripe.coupons.create({ percent_off, duration: 'once' })).id
}

async function amountOff({ stripe }: World, amount_off: number): Promise<string> {
  return (await stripe.coupons.create({ amount_off, currency: 'usd', duration: 'once' })).id
}

const taxes = (invoice: Stripe.Invoice) => (invoice.total_taxes ?? []).map((tax) => tax.amount)

/** What each line gives to discounts, by the amount of the line. */
function shares(invoice: Stripe.Invoice) {
  const pairs = invoice.lines.data.map((line) => [
    line.amount,
    (line.discount_amounts ?? []).map((each) => each.amount),
  ])
  return Object.fromEntries(pairs)
}

rule('tax is rounded line by line: 43 and 484 at 15 %', SECTION, async (world) => {
  const invoice = await world.draft([{ amount: 43 }, { amount: 484 }], {
    default_tax_rates: [await rate(world, 15)],
  })
  expect(invoice).toMatchObject({ subtotal: 527, total_excluding_tax: 527, total: 606 })
  expect(taxes(invoice)).toEqual([79])
})

rule('tax is not rounded on the sum: three times 333 at 7.7 % is 78', SECTION, async (world) => {
  const lines = [{ amount: 333 }, { amount: 333 }, { amount: 333 }]
  const invoice = await world.draft(lines, { default_tax_rates: [await rate(world, 7.7)] })
  expect([taxes(invoice), invoice.total]).toEqual([[78], 1077])
  expect(invoice.lines.data.map((line) => line.taxes?.map((tax) => tax.amount))).toEqual([[26], [26], [26]])
})

rule('inclusive tax is inside: 20 % in 1200 is 200', SECTION, async (world) => {
  const tax = await rate(world, 20, true)
  const invoice = await world.draft([{ amount: 1200 }], { default_tax_rates: [tax] })
  expect(invoice).toMatchObject({
    subtotal: 1200,
    subtotal_excluding_tax: 1000,
    total: 1200,
    total_excluding_tax: 1000,
  })
  expect(invoice.total_taxes).toMatchObject([
    {
      amount: 200,
      tax_behavior: 'inclusive',
      tax_rate_details: { tax_rate: tax },
      taxable_amount: 1000,
      type: 'tax_rate_details',
    },
  ])
})

rule('a discount comes before inclusive tax: 10 % off 12000 with 20 % inside', SECTION, async (world) => {
  const invoice = await world.draft([{ amount: 12_000 }], {
    default_tax_rates: [await rate(world, 20, true)],
    discounts: [{ coupon: await percentOff(world, 10) }],
  })
  expect(invoice).toMatchObject({ subtotal: 12_000, total: 10_800, total_excluding_tax: 9000 })
  expect(taxes(invoice)).toEqual([1800])
  expect(invoice.total_discount_amounts).toMatchObject([{ amount: 1200 }])
})

rule('two inclusive rates share one base: 5 % and 9.975 % in 11498', SECTION, async (world) => {
  const rates = [await rate(world, 5, true), await rate(world, 9.975, true)]
  const invoice = await world.draft([{ amount: 11_498 }], { default_tax_rates: rates })
  expect(taxes(invoice).sort((a, b) => a - b)).toEqual([500, 998])
  expect(invoice).toMatchObject({ total: 11_498, total_excluding_tax: 10_000 })
})

rule('two exclusive rates are both taken on the same base', SECTION, async (world) => {
  const rates = [await rate(world, 5), await rate(world, 9.975)]
  const invoice = await world.draft([{ amount: 10_000 }], { default_tax_rates: rates })
  expect(taxes(invoice).sort((a, b) => a - b)).toEqual([500, 998])
  expect(invoice.total).toBe(11_498)
})

rule('a discount of 10 % applies to taxed and untaxed lines', SECTION, async (world) => {
  const lines = [{ amount: 10_000, tax_rates: [await rate(world, 20)] }, { amount: 5000 }]
  const invoice = await world.draft(lines, { discounts: [{ coupon: await percentOff(world, 10) }] })
  expect(invoice).toMatchObject({ subtotal: 15_000, total_excluding_tax: 13_500, total: 15_300 })
  expect(taxes(invoice)).toEqual([1800])
  expect(shares(invoice)).toEqual({ 10000: [1000], 5000: [500] })
})

rule('yen have no cents: 1005 at 10 % is 101', 'currencies', async (world) => {
  const lines = [
    { price_data: { currency: 'jpy', product_data: { name: 'Work' }, unit_amount: 1005 }, quantity: 1 },
  ]
  const terms = { currency: 'jpy', default_tax_rates: [await rate(world, 10)] }
  const invoice = await world.draft(lines, terms)
  expect([taxes(invoice), invoice.total]).toEqual([[101], 1106])
})

rule('a negative line has negative tax: −333 at 20 % is −67', SECTION, async (world) => {
  const invoice = await world.draft([{ amount: 1000 }, { amount: -333 }], {
    default_tax_rates: [await rate(world, 20)],
  })
  const line = invoice.lines.data.find((each) => each.amount === -333)
  expect(line?.taxes).toMatchObject([{ amount: -67, taxable_amount: -333 }])
  expect(invoice).toMatchObject({ subtotal: 667, total: 667 + 200 - 67 })
})

rule('the rates of a line replace those of the invoice', SECTION, async (world) => {
  const [usual, own, none] = [await rate(world, 20), await rate(world, 7.7), await rate(world, 0)]
  const lines = [{ amount: 10_000 }, { amount: 333, tax_rates: [own] }, { amount: 500, tax_rates: [none] }]
  const invoice = await world.draft(lines, { default_tax_rates: [usual] })
  expect(invoice.total).toBe(10_833 + 2000 + 26)
  const line = invoice.lines.data.find((each) => each.amount === 333)?.id ?? ''
  const back = await world.stripe.invoices.updateLines(invoice.id, { lines: [{ id: line, tax_rates: '' }] })
  expect(back.total).toBe(10_833 + 2000 + 67)
})

rule('the rates of an invoice are shown whole', 'api/invoices/object', async (world) => {
  const id = await rate(world, 20)
  const invoice = await world.draft([], { default_tax_rates: [id] })
  expect(invoice.default_tax_rates).toMatchObject([
    { id, object: 'tax_rate', percentage: 20, inclusive: false },
  ])
})

rule(
  'an amount off is shared out, rounded down, the rest to the last line',
  'billing/subscriptions/coupons',
  async (world) => {
    const invoice = await world.draft([{ amount: 1000 }, { amount: 2000 }], {
      discounts: [{ coupon: await amountOff(world, 500) }],
    })
    expect(invoice).toMatchObject({ subtotal: 3000, total: 2500 })
    expect(shares(invoice)).toEqual({ 1000: [166], 2000: [334] })
  },
)

rule('an amount off takes no more than there is', 'billing/subscriptions/coupons', async (world) => {
  const invoice = await world.draft([{ amount: 300 }], {
    discounts: [{ coupon: await amountOff(world, 500) }],
  })
  expect(invoice).toMatchObject({ subtotal: 300, total: 0 })
  expect(invoice.total_discount_amounts).toMatchObject([{ amount: 300 }])
})

rule(
  'a discount of a line lowers the subtotal; one of the invoice the total',
  'billing/subscriptions/coupons',
  async (world) => {
    const lines = [{ amount: 2500, discounts: [{ coupon: await amountOff(world, 500) }] }, { amount: 1000 }]
    const invoice = await world.draft(lines, { discounts: [{ coupon: await percentOff(world, 10) }] })
    expect(invoice).toMatchObject({ subtotal: 3000, total: 2700 })
    expect(invoice.total_discount_amounts?.map((each) => each.amount).sort()).toEqual([300, 500])
  },
)

rule('a line that takes no discount is left out', 'billing/subscriptions/coupons', async (world) => {
  const lines = [{ amount: 1000 }, { amount: 1500, discountable: false }]
  const invoice = await world.draft(lines, { discounts: [{ coupon: await percentOff(world, 10) }] })
  expect(invoice.total).toBe(2400)
  expect(shares(invoice)).toEqual({ 1000: [100], 1500: [] })
})

rule('discounts come one after the other', 'billing/subscriptions/coupons', async (world) => {
  const [half, tenth] = [await percentOff(world, 50), await percentOff(world, 10)]
  const invoice = await world.draft([{ amount: 1000 }], { discounts: [{ coupon: half }, { coupon: tenth }] })
  expect(invoice.total).toBe(450)
  expect(invoice.total_discount_amounts?.map((each) => each.amount)).toEqual([500, 50])
})

rule(
  'everything off makes an invoice that is paid at once',
  'billing/subscriptions/coupons',
  async (world) => {
    const { id } = await world.draft(undefined, { discounts: [{ coupon: await percentOff(world, 100) }] })
    expect(await world.stripe.invoices.finalizeInvoice(id)).toMatchObject({
      status: 'paid',
      subtotal: 3000,
      total: 0,
    })
  },
)

rule('discounts are taken away again with an empty value', 'api/invoices/update', async (world) => {
  const { id } = await world.draft(undefined, { discounts: [{ coupon: await percentOff(world, 10) }] })
  expect(await world.stripe.invoices.update(id, { discounts: '' })).toMatchObject({
    discounts: [],
    total: 3000,
  })
})

rule('a coupon counts how often it was used', 'api/coupons/object', async (world) => {
  const coupon = await percentOff(world, 10)
  await world.draft(undefined, { discounts: [{ coupon }] })
  expect(await world.stripe.coupons.retrieve(coupon)).toMatchObject({ times_redeemed: 1, valid: true })
})
