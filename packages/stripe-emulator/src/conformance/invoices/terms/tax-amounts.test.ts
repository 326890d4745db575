import type Stripe from 'stripe'
import { expect } from 'vitest'
import { rule } from '../../harness/rule'

const SECTION = 'invoicing/taxes/manual-taxes'

const VAT = { display_name: 'VAT', inclusive: false, percentage: 20 }

function work(tax_amounts: Stripe.InvoiceAddLinesParams.Line.TaxAmount[]): Stripe.InvoiceAddLinesParams.Line {
  return { description: 'Work', amount: 10_000, tax_amounts }
}

rule('taxes given as amounts are taken as they are', SECTION, async ({ draft }) => {
  const invoice = await draft([work([{ amount: 1999, taxable_amount: 10_000, tax_rate_data: VAT }])])
  expect(invoice).toMatchObject({ subtotal: 10_000, total: 11_999, total_excluding_tax: 10_000 })
  expect(invoice.lines.data[0]?.taxes).toMatchObject([
    { amount: 1999, taxable_amount: 10_000, tax_behavior: 'exclusive', type: 'tax_rate_details' },
  ])
})

rule('an inclusive amount is inside the price', SECTION, async ({ draft }) => {
  const rate = { ...VAT, inclusive: true }
  const invoice = await draft([work([{ amount: 1667, taxable_amount: 8333, tax_rate_data: rate }])])
  expect(invoice).toMatchObject({ subtotal: 10_000, total: 10_000, total_excluding_tax: 8333 })
})

rule('the rate made for an amount is archived, and made once', SECTION, async ({ stripe, draft }) => {
  const given = { amount: 2000, taxable_amount: 10_000, tax_rate_data: VAT }
  const invoice = await draft([work([given]), work([given])])
  const [first, second] = invoice.lines.data.map((line) => line.taxes?.[0]?.tax_rate_details?.tax_rate)
  expect(first).toBe(second)
  expect(await stripe.taxRates.retrieve(first ?? '')).toMatchObject({ active: false, percentage: 20 })
})

rule('amounts stay when the line changes, and go with an empty value', SECTION, async ({ stripe, draft }) => {
  const { id, lines } = await draft([work([{ amount: 500, taxable_amount: 10_000, tax_rate_data: VAT }])])
  const line = lines.data[0]?.id ?? ''
  await stripe.invoices.updateLineItem(id, line, { description: 'More work' })
  expect((await stripe.invoices.retrieve(id)).total).toBe(10_500)
  await stripe.invoices.updateLineItem(id, line, { tax_amounts: '' })
  expect((await stripe.invoices.retrieve(id)).total).toBe(10_000)
})

rule('amounts cannot stand beside rates', SECTION, async ({ stripe, draft, refusal }) => {
  const rate = await stripe.taxRates.create(VAT)
  const { id } = await draft([], { default_tax_rates: [rate.id] })
  const lines = [work([{ amount: 500, taxable_amount: 10_000, tax_rate_data: VAT }])]
  const error = await refusal(stripe.invoices.addLines(id, { lines }))
  expect(error).toMatchObject({ statusCode: 400, rawType: 'invalid_request_error' })
  expect((await stripe.invoices.listLineItems(id)).data).toEqual([])
})

rule('a line takes at most twenty amounts and five rates', SECTION, async ({ stripe, draft, refusal }) => {
  const { id } = await draft([])
  const amounts = Array.from({ length: 21 }, () => ({
    amount: 1,
    taxable_amount: 100,
    tax_rate_data: VAT,
  }))
  expect((await refusal(stripe.invoices.addLines(id, { lines: [work(amounts)] }))).statusCode).toBe(400)
  const rates = await Promise.all(Array.from({ length: 6 }, () => stripe.taxRates.create(VAT)))
  const line = { description: 'Work', amount: 100, tax_rates: rates.map((rate) => rate.id) }
  expect((await refusal(stripe.invoices.addLines(id, { lines: [line] }))).statusCode).toBe(400)
})
