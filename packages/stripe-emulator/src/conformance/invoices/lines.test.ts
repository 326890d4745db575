import Stripe from 'stripe'
import { expect } from 'vitest'
import { rule } from '../harness/rule'

const SECTION = 'api/invoices/add_lines'

rule('a line tells what it stands for', 'api/invoice-line-item/object', async ({ draft }) => {
  const { id, lines } = await draft()
  const [line] = lines.data
  expect(line).toMatchObject({
    id: expect.stringMatching(/^il_/),
    object: 'line_item',
    amount: 3000,
    currency: 'usd',
    discountable: true,
    discounts: [],
    invoice: id,
    quantity: 2,
    subtotal: 3000,
    taxes: [],
    pricing: {
      type: 'price_details',
      price_details: { price: expect.stringMatching(/^price_/), product: expect.stringMatching(/^prod_/) },
    },
  })
  expect(line?.parent).toEqual({
    type: 'invoice_item_details',
    invoice_item_details: {
      invoice_item: expect.stringMatching(/^ii_/),
      proration: false,
      proration_details: { credited_items: null },
      subscription: null,
    },
    subscription_item_details: null,
  })
  expect(line?.pricing?.unit_amount_decimal?.toString()).toBe('1500')
})

rule('a period may be given', SECTION, async ({ draft }) => {
  const period = { start: 1_790_000_000, end: 1_792_592_000 }
  expect((await draft([{ amount: 1, period }])).lines.data[0]?.period).toEqual(period)
})

rule('decimal prices and quantities are multiplied exactly', SECTION, async ({ draft }) => {
  const line = (unit: string, quantity: string) => ({
    price_data: {
      currency: 'usd',
      product_data: { name: 'Work' },
      unit_amount_decimal: Stripe.Decimal.from(unit),
    },
    quantity_decimal: Stripe.Decimal.from(quantity),
  })
  const { lines, total } = await draft([line('1999.5', '1.5'), line('12500', '7.25'), line('0.5', '3')])
  const amounts = lines.data.map((each) => each.amount).sort((a, b) => a - b)
  expect([amounts, total]).toEqual([[2, 2999, 90_625], 93_626])
  const first = lines.data.find((each) => each.amount === 2999)
  expect([first?.quantity, first?.quantity_decimal?.toString()]).toEqual([1, '1.5'])
})

rule('an amount is for one, not for many', SECTION, async ({ draft, refusal, stripe }) => {
  const { id } = await draft([])
  expect(await refusal(stripe.invoices.addLines(id, { lines: [{ amount: 1, quantity: 2 }] }))).toMatchObject({
    statusCode: 400,
    message: 'You may only specify one of these parameters: amount, quantity.',
    param: 'lines[0][amount]',
  })
})

rule('a line may use a price of the catalogue', SECTION, async ({ draft, stripe }) => {
  const product = await stripe.products.create({ name: 'Hour' })
  const price = await stripe.prices.create({ product: product.id, currency: 'usd', unit_amount: 900 })
  const { lines } = await draft([{ pricing: { price: price.id }, quantity: 3 }])
  expect(lines.data[0]).toMatchObject({
    amount: 2700,
    description: 'Hour',
    pricing: { price_details: { price: price.id, product: product.id } },
  })
})

rule('a negative amount is credit, and takes no discount', SECTION, async ({ draft }) => {
  const { lines, total } = await draft([{ amount: 1000 }, { amount: -300 }])
  expect(total).toBe(700)
  expect(lines.data.find((line) => line.amount === -300)).toMatchObject({ discountable: false })
})

rule(
  'a line changes its words, its price and its quantity',
  'api/invoices/update_lines',
  async ({ draft, stripe }) => {
    const { id, lines } = await draft()
    const line = lines.data[0]?.id ?? ''
    const change = { id: line, description: 'More', quantity: 5, metadata: { position: '2' } }
    const invoice = await stripe.invoices.updateLines(id, { lines: [change] })
    expect(invoice).toMatchObject({ object: 'invoice', total: 7500 })
    expect(invoice.lines.data).toMatchObject([
      { id: line, amount: 7500, description: 'More', quantity: 5, metadata: { position: '2' } },
    ])
  },
)

rule(
  'one line changed alone answers as a line',
  'api/invoice-line-item/update',
  async ({ draft, stripe }) => {
    const { id, lines } = await draft()
    const line = lines.data[0]?.id ?? ''
    expect(await stripe.invoices.updateLineItem(id, line, { quantity: 4 })).toMatchObject({
      id: line,
      object: 'line_item',
      amount: 6000,
    })
    expect((await stripe.invoices.retrieve(id)).total).toBe(6000)
  },
)

rule('a changed line changes its item', 'api/invoices/update_lines', async ({ draft, stripe }) => {
  const { id, lines } = await draft([{ amount: 500 }])
  await stripe.invoices.updateLines(id, { lines: [{ id: lines.data[0]?.id ?? '', amount: 900 }] })
  expect((await stripe.invoiceItems.list({ invoice: id })).data).toMatchObject([{ amount: 900 }])
})

rule(
  'a line is deleted with its item, or sent back to wait',
  'api/invoices/remove_lines',
  async ({ draft, stripe }) => {
    const { id, customer, lines } = await draft([{ amount: 100 }, { amount: 200 }])
    const find = (amount: number) => lines.data.find((line) => line.amount === amount)?.id ?? ''
    const gone = [
      { id: find(100), behavior: 'delete' as const },
      { id: find(200), behavior: 'unassign' as const },
    ]
    expect(await stripe.invoices.removeLines(id, { lines: gone })).toMatchObject({
      total: 0,
      lines: { data: [] },
    })
    const { data } = await stripe.invoiceItems.list({ customer: String(customer) })
    expect(data).toMatchObject([{ amount: 200, invoice: null }])
  },
)

rule('metadata of the invoice may be set along with its lines', SECTION, async ({ draft, stripe }) => {
  const { id } = await draft([])
  const invoice = await stripe.invoices.addLines(id, {
    lines: [{ amount: 100 }],
    invoice_metadata: { order: '7' },
  })
  expect(invoice).toMatchObject({ total: 100, metadata: { order: '7' } })
})

rule('several lines are added together or not at all', SECTION, async ({ draft, refusal, stripe }) => {
  const { id } = await draft([{ amount: 100 }])
  const lines = [{ amount: 1 }, { amount: 1, tax_rates: ['txr_nope'] }]
  expect((await refusal(stripe.invoices.addLines(id, { lines }))).statusCode).toBe(400)
  expect(await stripe.invoices.retrieve(id)).toMatchObject({ total: 100, lines: { total_count: 1 } })
})

rule('250 lines fit, and not one more', 'api/invoices/object', async ({ draft, refusal, stripe }) => {
  const lines = Array.from({ length: 125 }, () => ({ amount: 1 }))
  const { id } = await draft(lines)
  const full = await stripe.invoices.addLines(id, { lines })
  expect(full).toMatchObject({ total: 250, lines: { total_count: 250, has_more: true } })
  expect((await refusal(stripe.invoices.addLines(id, { lines: [{ amount: 1 }] }))).statusCode).toBe(400)
})
