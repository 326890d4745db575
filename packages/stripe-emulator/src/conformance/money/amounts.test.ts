import Stripe from 'stripe'
import { expect } from 'vitest'
import { rule } from '../harness/rule'
import { addsUp, LINES, lineOf } from './carts'

const DECIMALS = 'api/invoices/line_item'

rule('halves are rounded away from zero, on both sides of it', LINES, async (world) => {
  const pieces = [
    { amount: 1000 },
    { unit: '2.5', description: 'up' },
    { unit: '-2.5', description: 'down' },
    { unit: '2.4999', description: 'below' },
  ]
  const invoice = await addsUp(world, pieces, {}, { total: 1002 })
  const amounts = ['up', 'down', 'below'].map((name) => lineOf(invoice, name).amount)
  expect(amounts).toEqual([3, -3, 2])
})

rule('twelve decimals count, thirteen are refused', DECIMALS, async (world) => {
  const { stripe, draft, refusal } = world
  await addsUp(world, [{ unit: '0.000000000001', quantity: '1000000000000' }], {}, { total: 1 })
  await addsUp(world, [{ unit: '1000', quantity: '0.333333333333' }], {}, { total: 333 })
  const { id } = await draft([])
  const quantity_decimal = Stripe.Decimal.from('0.3333333333333')
  const price_data = { currency: 'usd', product_data: { name: 'Work' }, unit_amount: 1000 }
  const error = await refusal(stripe.invoices.addLines(id, { lines: [{ price_data, quantity_decimal }] }))
  expect([error.statusCode, error.param]).toEqual([400, 'lines[0][quantity_decimal]'])
})

rule('the whole part of a decimal quantity is its quantity', DECIMALS, async (world) => {
  const invoice = await addsUp(world, [{ unit: '1000', quantity: '2.75' }], {}, { total: 2750 })
  const [line] = invoice.lines.data
  expect(line).toMatchObject({ quantity: 2, amount: 2750, subtotal: 2750 })
  expect([String(line?.quantity_decimal), String(line?.pricing?.unit_amount_decimal)]).toEqual([
    '2.75',
    '1000',
  ])
})

rule('a quantity is never negative', DECIMALS, async ({ stripe, draft, refusal }) => {
  const { id } = await draft([])
  const price_data = { currency: 'usd', product_data: { name: 'Work' }, unit_amount: 1000 }
  const add = (line: Stripe.InvoiceAddLinesParams.Line) =>
    refusal(stripe.invoices.addLines(id, { lines: [line] }))
  expect((await add({ price_data, quantity: -1 })).param).toBe('lines[0][quantity]')
  const quantity_decimal = Stripe.Decimal.from('-0.5')
  expect((await add({ price_data, quantity_decimal })).param).toBe('lines[0][quantity_decimal]')
})

rule('a quantity of nothing is nothing', DECIMALS, async (world) => {
  await addsUp(world, [{ amount: 500 }, { unit: '1000', quantity: '0' }], {}, { subtotal: 500, total: 500 })
})

rule('an empty invoice comes to nothing', 'api/invoices/create', async (world) => {
  const zeros = { subtotal: 0, subtotal_excluding_tax: 0, total: 0, total_excluding_tax: 0, amount_due: 0 }
  await addsUp(world, [], {}, { ...zeros, total_taxes: [], total_discount_amounts: [] })
})

rule('many small amounts lose nothing', LINES, async (world) => {
  const pieces = Array.from({ length: 100 }, (_, index) => ({ unit: `${index}.05`, quantity: '1.1' }))
  const cents = pieces.map((_, index) => Math.round((index * 100 + 5) * 11) / 1000)
  const total = cents.reduce((sum, amount) => sum + Math.round(amount), 0)
  await addsUp(world, pieces, {}, { total })
})

rule('changing a line adds the invoice up anew', 'api/invoices/update-lines-item', async (world) => {
  const { stripe } = world
  const invoice = await addsUp(world, [{ unit: '1000', quantity: '2' }], {}, { total: 2000 })
  const id = invoice.lines.data[0]?.id ?? ''
  const changed = await stripe.invoices.updateLines(invoice.id, { lines: [{ id, quantity: 5 }] })
  expect(changed).toMatchObject({ subtotal: 5000, total: 5000, amount_due: 5000 })
  const emptied = await stripe.invoices.removeLines(invoice.id, { lines: [{ id, behavior: 'delete' }] })
  expect(emptied).toMatchObject({ subtotal: 0, total: 0, lines: { data: [] } })
})
