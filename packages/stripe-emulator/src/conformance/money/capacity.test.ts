import { expect } from 'vitest'
import { rule } from '../harness/rule'

const CAPACITY = 'api/invoices/add_lines'

const lines = (count: number) => Array.from({ length: count }, (_, index) => ({ amount: 100 + index }))
const sum = (count: number) => lines(count).reduce((total, line) => total + line.amount, 0)

rule('ten lines are shown, and all of them counted and summed', CAPACITY, async ({ draft }) => {
  const invoice = await draft(lines(12))
  expect(invoice.lines.data).toHaveLength(10)
  expect(invoice).toMatchObject({ total: sum(12), lines: { has_more: true, total_count: 12 } })
})

rule('further lines are read a page at a time', 'api/invoices/lines', async ({ stripe, draft }) => {
  const { id } = await draft(lines(25))
  const first = await stripe.invoices.listLineItems(id, { limit: 20 })
  expect([first.data.length, first.has_more]).toEqual([20, true])
  const second = await stripe.invoices.listLineItems(id, { limit: 20, starting_after: first.data.at(-1)?.id })
  expect([second.data.length, second.has_more]).toEqual([5, false])
  const amounts = [...first.data, ...second.data].map((line) => line.amount)
  expect(amounts.toSorted((a, b) => a - b)).toEqual(lines(25).map((line) => line.amount))
})

rule('250 lines fit, and 251 do not', CAPACITY, async ({ stripe, draft, refusal }) => {
  const invoice = await draft(lines(250))
  expect(invoice).toMatchObject({ total: sum(250), lines: { total_count: 250 } })
  expect((await refusal(stripe.invoices.addLines(invoice.id, { lines: lines(1) }))).statusCode).toBe(400)
  expect((await stripe.invoices.retrieve(invoice.id)).total).toBe(sum(250))
})

rule(
  'a preview of 251 items is refused',
  'api/invoices/create_preview',
  async ({ stripe, customer, refusal }) => {
    const { id } = await customer()
    const items = lines(251).map((line) => ({ ...line, currency: 'usd' }))
    const fits = await stripe.invoices.createPreview({ customer: id, invoice_items: items.slice(1) })
    expect(fits.lines).toMatchObject({ total_count: 250 })
    const error = await refusal(stripe.invoices.createPreview({ customer: id, invoice_items: items }))
    expect(error.statusCode).toBe(400)
  },
)

rule('a refused batch adds none of its lines', CAPACITY, async ({ stripe, draft, refusal }) => {
  const { id } = await draft(lines(1))
  const batch = [{ amount: 5 }, { amount: 5, tax_rates: ['txr_nope'] }]
  expect((await refusal(stripe.invoices.addLines(id, { lines: batch }))).param).toBe('lines[1][tax_rates][0]')
  expect(await stripe.invoices.retrieve(id)).toMatchObject({ total: 100, lines: { total_count: 1 } })
})
