import { expect } from 'vitest'
import { rule } from '../harness/rule'
import { addsUp, amountOff, exclusive, percentOff } from './carts'

const CURRENCIES = 'currencies'

/** Without a smaller coin: amounts are whole. */
const ZERO_DECIMAL = [
  'bif',
  'clp',
  'djf',
  'gnf',
  'jpy',
  'kmf',
  'krw',
  'mga',
  'pyg',
  'rwf',
  'vnd',
  'vuv',
  'xaf',
  'xof',
  'xpf',
]

/** In thousandths, of which the last is always nought. */
const THREE_DECIMAL = ['bhd', 'jod', 'kwd', 'omr', 'tnd']

for (const currency of ZERO_DECIMAL) {
  rule(`amounts in ${currency} are whole`, `${CURRENCIES}#zero-decimal`, async (world) => {
    const tax_rates = [await exclusive(world, 7.5)]
    const discounts = [await percentOff(world, 15)]
    await addsUp(
      world,
      [{ unit: '1005', quantity: '1.5', tax_rates }],
      { currency, discounts },
      {
        currency,
        subtotal: 1508,
        total: 1378,
        total_discount_amounts: [{ amount: 226 }],
        total_taxes: [{ amount: 96 }],
      },
    )
  })
}

for (const currency of THREE_DECIMAL) {
  rule(`amounts in ${currency} are thousandths`, `${CURRENCIES}#three-decimal`, async (world) => {
    const tax_rates = [await exclusive(world, 5)]
    const discounts = [await amountOff(world, 2000, currency)]
    await addsUp(
      world,
      [{ amount: 12_000, tax_rates }],
      { currency, discounts },
      { currency, subtotal: 12_000, total: 10_500, total_taxes: [{ amount: 500 }] },
    )
  })
}

rule('a currency is written in small letters', 'api/invoices/object', async (world) => {
  const { draft } = world
  expect((await draft([{ amount: 100 }], { currency: 'EUR' })).currency).toBe('eur')
})

rule(
  'a line in another currency is refused',
  'api/invoices/add_lines',
  async ({ stripe, draft, refusal }) => {
    const { id } = await draft([])
    const price_data = { currency: 'eur', product_data: { name: 'Work' }, unit_amount: 1000 }
    const error = await refusal(stripe.invoices.addLines(id, { lines: [{ price_data, quantity: 1 }] }))
    expect([error.statusCode, error.param]).toEqual([400, 'lines[0][price_data][currency]'])
  },
)
