import { expect } from 'vitest'
import { rule } from '../harness/rule'
import { byAmount, byQuantity, CREATE, custom, everything, GUIDE, paid, priced, vat } from './credits'

const TAXES = 'billing/taxes/tax-rates'

rule('exclusive tax goes back with its line', TAXES, async (world) => {
  const { stripe, open } = world
  const rate = await vat(world, 20)
  const { id, lines } = await open([priced(10_000, 2)], { default_tax_rates: [rate] })
  const note = await stripe.creditNotes.create({ invoice: id, lines: [byQuantity(lines.data[0], 1)] })
  expect(note).toMatchObject({
    amount: 12_000,
    subtotal: 10_000,
    subtotal_excluding_tax: 10_000,
    total: 12_000,
    total_excluding_tax: 10_000,
    total_taxes: [
      {
        amount: 2000,
        tax_behavior: 'exclusive',
        tax_rate_details: { tax_rate: rate },
        taxable_amount: 10_000,
        type: 'tax_rate_details',
      },
    ],
  })
  expect(note.lines.data).toMatchObject([
    { amount: 10_000, taxes: [{ amount: 2000 }], tax_rates: [{ id: rate }] },
  ])
})

rule('inclusive tax stays inside the amount', TAXES, async (world) => {
  const { stripe, open } = world
  const rate = await vat(world, 20, true)
  const { id, lines } = await open([{ amount: 1200, tax_rates: [rate] }])
  const note = await stripe.creditNotes.create({ invoice: id, lines: [byAmount(lines.data[0], 600)] })
  expect(note).toMatchObject({
    amount: 600,
    subtotal: 600,
    subtotal_excluding_tax: 500,
    total_excluding_tax: 500,
    total_taxes: [{ amount: 100, tax_behavior: 'inclusive', taxable_amount: 500 }],
  })
})

rule('two inclusive rates are credited in halves that add up', TAXES, async (world) => {
  const { stripe, open } = world
  const tax_rates = [await vat(world, 5, true), await vat(world, 9.975, true)]
  const { id, lines } = await open([{ amount: 11_498, tax_rates }])
  const halves: number[][] = []
  for (const _ of [1, 2]) {
    const note = await stripe.creditNotes.create({ invoice: id, lines: [byAmount(lines.data[0], 5749)] })
    halves.push((note.total_taxes ?? []).map((tax) => tax.amount))
  }
  expect(halves).toEqual([
    [250, 499],
    [250, 499],
  ])
})

rule('crediting a line in three thirds gives back its tax to the cent', TAXES, async (world) => {
  const { stripe, open } = world
  const rate = await vat(world, 7.7)
  const { id, lines, total } = await open([{ amount: 1000, tax_rates: [rate] }])
  const parts: number[] = []
  for (const amount of [333, 333, 334]) {
    const note = await stripe.creditNotes.create({ invoice: id, lines: [byAmount(lines.data[0], amount)] })
    parts.push(note.amount)
  }
  expect(total).toBe(1077)
  expect(parts).toEqual([333 + 26, 333 + 25, 334 + 26])
  expect(await stripe.invoices.retrieve(id)).toMatchObject({ status: 'paid', amount_remaining: 0 })
})

rule('crediting every line credits the invoice', GUIDE, async (world) => {
  const { stripe, open } = world
  const on = await vat(world, 7.7)
  const inside = await vat(world, 19, true)
  const ten = await stripe.coupons.create({ percent_off: 10 })
  const five = await stripe.coupons.create({ amount_off: 500, currency: 'usd' })
  const invoice = await open(
    [
      { amount: 3333, tax_rates: [on] },
      { amount: 4999, tax_rates: [inside], discounts: [{ coupon: five.id }] },
      { amount: 1001, discountable: false },
    ],
    { discounts: [{ coupon: ten.id }] },
  )
  const note = await stripe.creditNotes.create({ invoice: invoice.id, lines: everything(invoice) })
  expect(note).toMatchObject({
    amount: invoice.total,
    subtotal: invoice.subtotal,
    subtotal_excluding_tax: invoice.subtotal_excluding_tax,
    total: invoice.total,
    total_excluding_tax: invoice.total_excluding_tax,
    discount_amounts: invoice.total_discount_amounts,
  })
  expect(note.total_taxes).toEqual(invoice.total_taxes)
})

rule(
  'a discount of half the invoice halves the credit',
  'invoicing/dashboard/credit-notes',
  async (world) => {
    const { stripe, open } = world
    const half = await stripe.coupons.create({ percent_off: 50 })
    const lines = Array.from({ length: 10 }, () => ({ amount: 1000 }))
    const invoice = await open(lines, { discounts: [{ coupon: half.id }] })
    const note = await stripe.creditNotes.create({
      invoice: invoice.id,
      lines: [byAmount(invoice.lines.data[0])],
    })
    const [discount] = invoice.discounts
    expect(note).toMatchObject({
      amount: 500,
      subtotal: 1000,
      discount_amount: 500,
      discount_amounts: [{ amount: 500, discount }],
      pretax_credit_amounts: [{ amount: 500, discount, type: 'discount' }],
      lines: {
        data: [{ amount: 1000, discount_amount: 500, discount_amounts: [{ amount: 500, discount }] }],
      },
    })
  },
)

rule(
  'a discount of 10 USD on ten lines takes 1 USD off each credit',
  'invoicing/dashboard/credit-notes',
  async (world) => {
    const { stripe, open } = world
    const ten = await stripe.coupons.create({ amount_off: 1000, currency: 'usd' })
    const lines = Array.from({ length: 10 }, () => ({ amount: 1000 }))
    const invoice = await open(lines, { discounts: [{ coupon: ten.id }] })
    const line = byAmount(invoice.lines.data[3])
    const note = await stripe.creditNotes.create({ invoice: invoice.id, lines: [line] })
    expect(note).toMatchObject({ amount: 900, discount_amount: 100 })
    const made = { ...line, invoice_line_item: invoice.lines.data[4]?.id ?? '' }
    const whole = await stripe.creditNotes.create({ invoice: invoice.id, lines: [made, custom(100)] })
    expect(whole).toMatchObject({ amount: 1000, discount_amount: 100 })
  },
)

rule('discounts come off before tax', TAXES, async (world) => {
  const { stripe, open } = world
  const rate = await vat(world, 20, true)
  const ten = await stripe.coupons.create({ percent_off: 10 })
  const { id, lines } = await open([{ amount: 12_000, tax_rates: [rate] }], {
    discounts: [{ coupon: ten.id }],
  })
  const note = await stripe.creditNotes.create({ invoice: id, lines: [byAmount(lines.data[0], 6000)] })
  expect(note).toMatchObject({
    amount: 5400,
    subtotal: 6000,
    subtotal_excluding_tax: 5000,
    discount_amount: 600,
    total_excluding_tax: 4500,
    total_taxes: [{ amount: 900, taxable_amount: 4500 }],
  })
})

rule('a discount of a line is not in the subtotal', 'api/credit_notes/object', async ({ stripe, open }) => {
  const five = await stripe.coupons.create({ amount_off: 500, currency: 'usd' })
  const { id, lines } = await open([{ amount: 2500, discounts: [{ coupon: five.id }] }])
  const note = await stripe.creditNotes.create({ invoice: id, lines: [byAmount(lines.data[0], 1250)] })
  expect(note).toMatchObject({ subtotal: 1000, discount_amount: 250, total: 1000 })
})

rule('a custom line has tax rates of its own', GUIDE, async (world) => {
  const { stripe, open } = world
  const tax_rates = [await vat(world, 20), await vat(world, 7.7)]
  const { id } = await open([{ amount: 10_000 }])
  const note = await stripe.creditNotes.create({ invoice: id, lines: [custom(333, { tax_rates })] })
  expect(note).toMatchObject({
    amount: 333 + 67 + 26,
    subtotal: 333,
    total_excluding_tax: 333,
    total_taxes: [{ amount: 67 }, { amount: 26 }],
    lines: { data: [{ tax_rates: [{ id: tax_rates[0] }, { id: tax_rates[1] }] }] },
  })
})

rule('taxes may be given as amounts', CREATE, async (world) => {
  const { stripe, open } = world
  const tax_rate = await vat(world, 20)
  const { id, lines } = await open([{ amount: 10_000, tax_rates: [tax_rate] }])
  const tax_amounts = [{ amount: 123, tax_rate, taxable_amount: 1000 }]
  const note = await stripe.creditNotes.create({
    invoice: id,
    lines: [custom(1000, { tax_amounts }), { ...byAmount(lines.data[0], 1000), tax_amounts }],
  })
  expect(note).toMatchObject({ amount: 2246, total_taxes: [{ amount: 246, taxable_amount: 2000 }] })
})

rule('yen are credited in whole yen', 'currencies#zero-decimal', async (world) => {
  const { stripe, open } = world
  const rate = await vat(world, 10)
  const { id, lines, total } = await open([{ ...priced(335, 3, 'jpy'), tax_rates: [rate] }], {
    currency: 'jpy',
  })
  expect(total).toBe(1106)
  const amounts: number[] = []
  for (const _ of [1, 2, 3]) {
    const note = await stripe.creditNotes.create({ invoice: id, lines: [byQuantity(lines.data[0], 1)] })
    amounts.push(note.amount)
  }
  expect(amounts).toEqual([335 + 34, 335 + 33, 335 + 34])
})

rule('a taxed invoice that was paid is refunded with its tax', GUIDE, async (world) => {
  const rate = await vat(world, 15)
  const invoice = await paid(world, [
    { amount: 43, tax_rates: [rate] },
    { amount: 484, tax_rates: [rate] },
  ])
  expect(invoice.total).toBe(606)
  const note = await world.stripe.creditNotes.create({
    invoice: invoice.id,
    lines: [byAmount(invoice.lines.data[1])],
    refund_amount: 557,
  })
  expect(note).toMatchObject({ amount: 557, post_payment_amount: 557, refunds: [{ amount_refunded: 557 }] })
})
