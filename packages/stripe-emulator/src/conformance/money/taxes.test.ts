import { expect } from 'vitest'
import { rule } from '../harness/rule'
import { addsUp, exclusive, inclusive, lineOf, TAXES } from './carts'

rule('several rates of a line share one base', TAXES, async (world) => {
  const tax_rates = [await exclusive(world, 5), await exclusive(world, 9.975)]
  await addsUp(
    world,
    [{ amount: 10_000, tax_rates }],
    {},
    {
      total: 11_498,
      total_taxes: [
        { amount: 500, taxable_amount: 10_000 },
        { amount: 998, taxable_amount: 10_000 },
      ],
    },
  )
})

rule('each rate of each line is rounded by itself', TAXES, async (world) => {
  const tax_rates = [await exclusive(world, 1.25), await exclusive(world, 1.25)]
  const pieces = [1, 2].map(() => ({ amount: 40, tax_rates: tax_rates.slice(0, 1) }))
  await addsUp(world, [...pieces, { amount: 1000 }], {}, { total: 1082, total_taxes: [{ amount: 2 }] })
  await addsUp(world, [{ amount: 1000 }, { amount: 40, tax_rates }], {}, { total: 1042 })
})

rule('exclusive tax is computed on the amount without inclusive tax', TAXES, async (world) => {
  const tax_rates = [await inclusive(world, 20), await exclusive(world, 10)]
  await addsUp(
    world,
    [{ amount: 1200, tax_rates }],
    {},
    {
      subtotal: 1200,
      subtotal_excluding_tax: 1000,
      total: 1300,
      total_excluding_tax: 1000,
      total_taxes: [{ amount: 200 }, { amount: 100, taxable_amount: 1000 }],
    },
  )
})

rule(
  'rates of a line replace those of the invoice',
  'api/invoices/create',
  async ({ stripe, draft, ...world }) => {
    const here = { stripe, draft, ...world }
    const usual = await exclusive(here, 20)
    const own = await exclusive(here, 7.7)
    const none = await exclusive(here, 0)
    const lines = [
      { amount: 1000, description: 'usual' },
      { amount: 1000, description: 'own', tax_rates: [own] },
      { amount: 1000, description: 'none', tax_rates: [none] },
    ]
    const invoice = await draft(lines, { default_tax_rates: [usual] })
    expect(invoice).toMatchObject({ subtotal: 3000, total: 3277, default_tax_rates: [{ id: usual }] })
    expect(lineOf(invoice, 'usual').taxes).toMatchObject([
      { amount: 200, tax_rate_details: { tax_rate: usual } },
    ])
    expect(lineOf(invoice, 'own').taxes).toMatchObject([{ amount: 77, tax_rate_details: { tax_rate: own } }])
    expect(lineOf(invoice, 'none').taxes).toMatchObject([{ amount: 0, tax_rate_details: { tax_rate: none } }])
    const id = lineOf(invoice, 'own').id
    const back = await stripe.invoices.updateLines(invoice.id, { lines: [{ id, tax_rates: '' }] })
    expect(back).toMatchObject({ total: 3400 })
  },
)

rule('a rate is summed over all lines that have it', TAXES, async (world) => {
  const a = await exclusive(world, 20)
  const b = await exclusive(world, 5)
  const pieces = [
    { amount: 1000, tax_rates: [a] },
    { amount: 500, tax_rates: [a, b] },
  ]
  const invoice = await addsUp(world, pieces, {}, { total: 1825 })
  expect(invoice.total_taxes).toMatchObject([
    { amount: 300, taxable_amount: 1500, tax_rate_details: { tax_rate: a } },
    { amount: 25, taxable_amount: 500, tax_rate_details: { tax_rate: b } },
  ])
})

rule('a rate has up to four decimals', 'api/tax_rates/create', async (world) => {
  const tax_rates = [await exclusive(world, 8.8752)]
  await addsUp(world, [{ amount: 100_000, tax_rates }], {}, { total: 108_875 })
})

rule('tax may be negative, and lowers the total', TAXES, async (world) => {
  const tax_rates = [await inclusive(world, 20)]
  await addsUp(
    world,
    [{ amount: 1000 }, { amount: -600, tax_rates }],
    {},
    { subtotal: 400, subtotal_excluding_tax: 500, total: 400, total_excluding_tax: 500 },
  )
})
