import Stripe from 'stripe'
import { expect, test } from 'vitest'
import { customer, draft } from '../../../testing/bill'
import { refusal, start } from '../../../testing/start'

const { stripe } = await start()

type Line = Stripe.InvoiceAddLinesParams.Line

function priced(unit: string, quantity: string, more: Partial<Line> = {}, currency = 'usd'): Line {
  const unit_amount_decimal = Stripe.Decimal.from(unit)
  const price_data = { currency, product_data: { name: 'Work' }, unit_amount_decimal }
  return { price_data, quantity_decimal: Stripe.Decimal.from(quantity), ...more }
}

test('decimal quantities and prices are exact, and come back as decimals', async () => {
  const invoice = await draft(stripe, [priced('1999.50', '1.5'), priced('12500', '7.25'), priced('0.5', '3')])
  expect(invoice.lines.data.map((line) => line.amount)).toEqual([2999, 90_625, 2])
  const [line] = invoice.lines.data
  expect(line?.pricing?.unit_amount_decimal?.toString()).toBe('1999.5')
  expect(line).toMatchObject({ quantity: 1 })
  expect(line?.quantity_decimal?.toString()).toBe('1.5')
})

test('tax rates of a line replace those of the invoice', async () => {
  const vat = await stripe.taxRates.create({ display_name: 'VAT', percentage: 20, inclusive: false })
  const gst = await stripe.taxRates.create({ display_name: 'GST', percentage: 7.7, inclusive: false })
  const lines = [{ amount: 10_000 }, { amount: 333, tax_rates: [gst.id] }]
  const invoice = await draft(stripe, lines, { default_tax_rates: [vat.id] })
  expect(invoice).toMatchObject({ subtotal: 10_333, total: 10_333 + 2000 + 26, total_excluding_tax: 10_333 })
  expect(invoice.total_taxes).toEqual([
    expect.objectContaining({ amount: 2000, taxable_amount: 10_000, tax_rate_details: { tax_rate: vat.id } }),
    expect.objectContaining({ amount: 26, taxable_amount: 333, tax_behavior: 'exclusive' }),
  ])
  const id = invoice.lines.data[1]?.id ?? ''
  const plain = await stripe.invoices.updateLines(invoice.id, { lines: [{ id, tax_rates: '' }] })
  expect(plain.total_taxes).toMatchObject([{ amount: 2000 + 67 }])
})

test('a percentage is taken off the invoice and a fixed amount off a line', async () => {
  const ten = await stripe.coupons.create({ percent_off: 10, duration: 'once' })
  const five = await stripe.coupons.create({ amount_off: 500, currency: 'usd' })
  const lines = [
    { amount: 2500, discounts: [{ coupon: five.id }] },
    { amount: 1000, discountable: false },
  ]
  const invoice = await draft(stripe, lines, { discounts: [{ coupon: ten.id }] })
  expect(invoice).toMatchObject({ subtotal: 3000, total: 2800 })
  expect(invoice.total_discount_amounts?.map((each) => each.amount)).toEqual([500, 200])
  const expanded = await stripe.invoices.retrieve(invoice.id, { expand: ['discounts.source.coupon'] })
  expect(expanded.discounts[0]).toMatchObject({ object: 'discount', source: { coupon: { id: ten.id } } })
  expect((await stripe.invoices.update(invoice.id, { discounts: '' })).total).toBe(3000)
})

test('a line may change its price, its quantity, and answer as a line', async () => {
  const invoice = await draft(stripe)
  const id = invoice.lines.data[0]?.id ?? ''
  const line = await stripe.invoices.updateLineItem(invoice.id, id, { quantity: 5, description: 'More' })
  expect(line).toMatchObject({ object: 'line_item', amount: 7500, quantity: 5, description: 'More' })
  expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({ total: 7500 })
})

test('a removed line is deleted, or waits for another invoice', async () => {
  const invoice = await draft(stripe, [{ amount: 100 }, { amount: 200 }])
  const [one, two] = invoice.lines.data.map((line) => line.id)
  const lines = [
    { id: one ?? '', behavior: 'delete' as const },
    { id: two ?? '', behavior: 'unassign' as const },
  ]
  expect((await stripe.invoices.removeLines(invoice.id, { lines })).total).toBe(0)
  const pending = await stripe.invoiceItems.list({ customer: String(invoice.customer), pending: true })
  expect(pending.data).toMatchObject([{ amount: 200, invoice: null }])
  const next = await stripe.invoices.create({
    customer: String(invoice.customer),
    pending_invoice_items_behavior: 'include',
  })
  expect(next).toMatchObject({ total: 200, collection_method: 'charge_automatically', due_date: null })
})

test('pending items stay behind unless they are asked for', async () => {
  const { id } = await customer(stripe)
  await stripe.invoiceItems.create({ customer: id, amount: 500, currency: 'usd' })
  expect((await stripe.invoices.create({ customer: id })).total).toBe(0)
  expect((await stripe.invoiceItems.list({ customer: id, pending: true })).data).toHaveLength(1)
  expect(await stripe.customers.retrieve(id)).toMatchObject({ currency: 'usd' })
})

test('amount and quantity exclude each other', async () => {
  const { id } = await draft(stripe, [])
  const error = await refusal(stripe.invoices.addLines(id, { lines: [{ amount: 100, quantity: 2 }] }))
  expect(error).toMatchObject({
    message: 'You may only specify one of these parameters: amount, quantity.',
    param: 'lines[0][amount]',
  })
})

test('250 lines fit, 251 do not, and a refused call leaves nothing behind', async () => {
  const lines = Array.from({ length: 250 }, () => ({ amount: 1 }))
  const invoice = await draft(stripe, lines)
  expect(invoice.lines).toMatchObject({ total_count: 250, has_more: true })
  expect((await refusal(stripe.invoices.addLines(invoice.id, { lines: [{ amount: 1 }] }))).statusCode).toBe(
    400,
  )
  const small = await draft(stripe, [{ amount: 100 }])
  const bad = stripe.invoices.addLines(small.id, {
    lines: [{ amount: 1 }, { amount: 1, tax_rates: ['txr_nope'] }],
  })
  expect((await refusal(bad)).param).toBe('lines[1][tax_rates][0]')
  expect(await stripe.invoices.retrieve(small.id)).toMatchObject({ total: 100, lines: { total_count: 1 } })
})

test('a recurring price is no price for a line', async () => {
  const product = await stripe.products.create({ name: 'Plan' })
  const recurring = { interval: 'month' } as const
  const price = await stripe.prices.create({
    product: product.id,
    currency: 'usd',
    unit_amount: 100,
    recurring,
  })
  const { id } = await draft(stripe, [])
  expect(
    (await refusal(stripe.invoices.addLines(id, { lines: [{ pricing: { price: price.id } }] }))).message,
  ).toBe(
    'The price specified is set to `type=recurring` but this field only accepts prices with `type=one_time`',
  )
})

test('yen have no cents: tax on 1005 at 10 % is 101', async () => {
  const rate = await stripe.taxRates.create({ display_name: 'JCT', percentage: 10, inclusive: false })
  const lines = [priced('1005', '1', { tax_rates: [rate.id] }, 'jpy')]
  expect(await draft(stripe, lines, { currency: 'jpy' })).toMatchObject({ currency: 'jpy', total: 1106 })
})

test('a preview adds up and leaves nothing behind', async () => {
  const { id } = await customer(stripe)
  const rate = await stripe.taxRates.create({ display_name: 'VAT', percentage: 20, inclusive: false })
  const coupon = await stripe.coupons.create({ percent_off: 50 })
  const before = await stripe.events.list({ limit: 1 })
  const preview = await stripe.invoices.createPreview({
    customer: id,
    discounts: [{ coupon: coupon.id }],
    invoice_items: [{ amount: 1000, currency: 'usd', tax_rates: [rate.id] }],
  })
  expect(preview).toMatchObject({ subtotal: 1000, total: 600, amount_due: 600, status: 'draft' })
  expect(preview.id).toMatch(/^upcoming_in_/)
  expect((await stripe.invoices.list({ customer: id })).data).toEqual([])
  expect((await stripe.invoiceItems.list({ customer: id })).data).toEqual([])
  expect((await stripe.coupons.retrieve(coupon.id)).times_redeemed).toBe(0)
  expect((await stripe.events.list({ limit: 1 })).data).toEqual(before.data)
})
