import { expect, test } from 'vitest'
import { computeTotals, type TotalsInput, type TotalsLine } from './totals'

test("reckons Stripe's own example: tax is rounded line by line", () => {
  const totals = cart([line('0.43', { taxPercent: '15' }), line('4.84', { taxPercent: '15' })])
  expect(totals.lines.map((one) => one.taxMinor)).toEqual([6, 73])
  expect(totals).toMatchObject({ subtotalMinor: 527, taxMinor: 79, totalMinor: 606 })
})

test('sums three rounded taxes rather than rounding their sum', () => {
  const third = line('3.33', { taxPercent: '7.7' })
  expect(cart([third, third, third]).taxMinor).toBe(78)
})

test('rounds each line half up after multiplying decimals', () => {
  expect(amounts([line('19.995', { quantity: '1.5' }), line('125', { quantity: '7.25' })])).toEqual([
    2999, 90625,
  ])
  expect(amounts([line('0.005', { quantity: '3' }), line('-0.005', { quantity: '3' })])).toEqual([2, -2])
})

test('adds a tenth three times without a float', () => {
  expect(cart([line('0.1', { quantity: '3' })]).totalMinor).toBe(30)
})

test('takes an inclusive tax out of the amount', () => {
  expect(cart([line('12', { taxPercent: '20' })], { taxBehavior: 'inclusive' })).toMatchObject({
    subtotalMinor: 1200,
    taxMinor: 200,
    totalExcludingTaxMinor: 1000,
    totalMinor: 1200,
  })
})

test('takes a discount off before an inclusive tax', () => {
  const totals = cart([line('120', { taxPercent: '20' })], {
    taxBehavior: 'inclusive',
    discount: { kind: 'percent', value: '10' },
  })
  expect(totals).toMatchObject({ discountMinor: 1200, totalMinor: 10800, taxMinor: 1800 })
  expect(totals.totalExcludingTaxMinor).toBe(9000)
})

test('discounts taxed and untaxed lines alike', () => {
  const totals = cart([line('100', { taxPercent: '20' }), line('50')], {
    discount: { kind: 'percent', value: '10' },
  })
  expect(totals.lines.map((one) => one.invoiceDiscountMinor)).toEqual([1000, 500])
  expect(totals).toMatchObject({ subtotalMinor: 15000, taxMinor: 1800, totalMinor: 15300 })
  expect(totals.totalExcludingTaxMinor).toBe(13500)
})

test('leaves the rest of a fixed discount to the last line', () => {
  const totals = cart([line('10'), line('20')], { discount: { kind: 'amount', value: '5' } })
  expect(totals.lines.map((one) => one.invoiceDiscountMinor)).toEqual([166, 334])
})

test('never takes more from a small last line than it holds', () => {
  const pennies = Array.from({ length: 10 }, () => line('0.01'))
  const totals = cart(pennies, { discount: { kind: 'amount', value: '0.09' } })
  expect(totals.totalMinor).toBe(1)
  expect(totals.lines.every((one) => one.taxableMinor >= 0)).toBe(true)
})

test('discounts a line before the invoice, and no negative line at all', () => {
  const totals = cart(
    [line('100', { discount: { kind: 'amount', value: '40' } }), line('-10', { discount: null })],
    { discount: { kind: 'percent', value: '50' } },
  )
  expect(totals).toMatchObject({ subtotalMinor: 5000, discountMinor: 3000, totalMinor: 2000 })
})

test('caps discounts at what there is', () => {
  const discount = { kind: 'amount', value: '999.99' } as const
  expect(cart([line('10', { discount })], { discount }).totalMinor).toBe(0)
})

test('rounds in whole units where a currency has no smaller ones', () => {
  const totals = cart([line('1005', { taxPercent: '10' })], { currency: 'jpy' })
  expect(totals).toMatchObject({ subtotalMinor: 1005, taxMinor: 101, totalMinor: 1106 })
})

test('rounds the tax on a negative line away from zero', () => {
  expect(cart([line('-3.33', { taxPercent: '20' })]).taxMinor).toBe(-67)
})

test('gathers taxes by rate, whatever the rate is spelled like', () => {
  const { taxes } = cart([
    line('10', { taxPercent: '20' }),
    line('5', { taxPercent: '0' }),
    line('1', { taxPercent: '20.00' }),
  ])
  expect(taxes).toEqual([
    { percent: '20', behavior: 'exclusive', taxableMinor: 1100, amountMinor: 220 },
    { percent: '0', behavior: 'exclusive', taxableMinor: 500, amountMinor: 0 },
  ])
})

function line(unitPrice: string, more: Partial<TotalsLine> = {}): TotalsLine {
  return { quantity: '1', unitPrice, taxPercent: '', discount: null, ...more }
}

function cart(lines: TotalsLine[], more: Partial<TotalsInput> = {}) {
  return computeTotals({ currency: 'usd', taxBehavior: 'exclusive', discount: null, lines, ...more })
}

function amounts(lines: TotalsLine[]) {
  return cart(lines).lines.map((one) => one.amountMinor)
}
