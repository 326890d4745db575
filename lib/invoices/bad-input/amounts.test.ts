import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing/testing'
import type { Draft } from '@/lib/documents/draft/draft'
import { draftSchema } from '@/lib/documents/schema'
import { expectUnsavable, expectUnsendable, saveNew, sendNew, withLine } from '@/lib/invoices/testing/form'
import {
  type Atelier,
  draftFor,
  expectSameAsStripe,
  lineOf,
  openAtelier,
  shown,
} from '@/lib/invoices/testing/testing'
import { fastestMs } from '@/lib/testing/fastest'

testDatabase()

let atelier: Atelier
beforeAll(async () => {
  atelier = await openAtelier()
})

test.for([
  ['NaN', 'amount_invalid'],
  ['Infinity', 'amount_invalid'],
  ['1e3', 'amount_invalid'],
  ['0x10', 'amount_invalid'],
  ['١٢', 'amount_invalid'],
  [String(2n ** 53n), 'amount_invalid'],
  [String(2n ** 63n), 'amount_invalid'],
  ['1.1234567890123', 'too_many_decimals'],
])('the price %s is refused', async ([unitPrice, code]) => {
  const refusal = { code, field: 'draft.lines.0.unitPrice' }
  await expectUnsavable(atelier, withLine({ unitPrice }), refusal)
})

test('a price of 400 digits is refused', async () => {
  const refusal = { code: 'amount_invalid', field: 'draft.lines.0.unitPrice' }
  await expectUnsavable(atelier, withLine({ unitPrice: '9'.repeat(400) }), refusal)
})

test('an empty price is kept, and asked for when it is sent', async () => {
  const refusal = { code: 'required', field: 'lines.0.unitPrice' }
  await expectUnsendable(atelier, withLine({ unitPrice: '' }), refusal)
})

test('three times 0.1 is 30 cents', async () => {
  const drafts = [withLine({ quantity: '3', unitPrice: '0.1' }), linesOf({}, '0.1', '0.1', '0.1')]
  for (const draft of drafts) {
    const { request } = await saveNew(atelier, draft)
    expect(await shown(atelier, request.id)).toMatchObject({ totalMinor: 30 })
  }
})

test('fractions of a cent are rounded line by line, half up, as Stripe does', async () => {
  const id = await sendNew(atelier, linesOf({ quantity: '0.333' }, '10.01', '10.01', '10.01'))
  const half = await sendNew(atelier, linesOf({ quantity: '0.5' }, '1.01', '1.01', '1.03'))
  expect(await shown(atelier, id)).toMatchObject({ totalMinor: 999 })
  expect(await shown(atelier, half)).toMatchObject({ totalMinor: 51 + 51 + 52 })
  await expectSameAsStripe(atelier)
})

test.for<[string, Partial<Draft>, string, string]>([
  ['a quantity of zero', withLine({ quantity: '0' }), 'lines.0.quantity', 'quantity_zero'],
  ['a negative quantity', withLine({ quantity: '-1' }), 'lines.0.quantity', 'quantity_negative'],
  ['more off than on', linesOf({}, '10', '-20'), 'total', 'total_negative'],
  ['a total of zero', withLine({ unitPrice: '0' }), 'total', 'total_zero'],
  ['all of it taken off', linesOf({}, '10', '-10'), 'total', 'total_zero'],
  ['0.49 USD', usd('0.49'), 'total', 'amount_below_minimum'],
  ['1,000,000.00 USD', usd('1000000'), 'lines.0.unitPrice', 'amount_too_large'],
  ['a total one cent too large', usd('999999.99', '0.01'), 'total', 'amount_too_large'],
  ['100.5 JPY', priced('jpy', '100.5'), 'lines.0.unitPrice', 'currency_has_no_decimals'],
  ['1.234 KWD', priced('kwd', '1.234'), 'lines.0.unitPrice', 'currency_step'],
])('%s is refused before Stripe hears of it, and stays', async ([, changes, field, code]) => {
  await expectUnsendable(atelier, changes, { code, field })
})

test.for<[string, Partial<Draft>, number]>([
  ['a negative price, to take money off,', linesOf({}, '20', '-5'), 1500],
  ['0.50 USD', usd('0.50'), 50],
  ['999,999.99 USD', usd('999999.99'), 99_999_999],
  ['100 JPY, as 100 units,', priced('jpy', '100'), 100],
  ['1.230 KWD', priced('kwd', '1.230'), 1230],
])('%s is sent', async ([, changes, totalMinor]) => {
  const id = await sendNew(atelier, changes)
  expect(await shown(atelier, id)).toMatchObject({ status: 'open', totalMinor })
  await expectSameAsStripe(atelier)
})

test.for(['usd ', 'USD', 'ＵＳＤ'])('the currency %j is read as usd', async (currency) => {
  const { request } = await saveNew(atelier, { currency })
  expect(await shown(atelier, request.id)).toMatchObject({ currency: 'usd' })
})

test.for(['xxx', 'BTC', '', 'constructor'])('the currency %j is refused', async (currency) => {
  await expectUnsavable(atelier, { currency }, { code: 'currency_unknown', field: 'draft.currency' })
})

test('endless numbers are judged at once', () => {
  for (const unitPrice of ['9'.repeat(400), '9'.repeat(250_000), `1.${'0'.repeat(250_000)}`]) {
    const draft = { ...draftFor(null), ...withLine({ unitPrice }) }
    expect(draftSchema.safeParse(draft).success).toBe(false)
    expect(fastestMs(() => draftSchema.safeParse(draft))).toBeLessThan(50)
  }
})

function linesOf(cells: Partial<Draft['lines'][number]>, ...prices: string[]): Partial<Draft> {
  return { lines: prices.map((price) => ({ ...lineOf(price), ...cells })) }
}

function usd(...prices: string[]) {
  return { ...linesOf({}, ...prices), currency: 'usd' }
}

function priced(currency: string, unitPrice: string) {
  return { ...withLine({ unitPrice }), currency }
}
