import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineAmountMinor } from './round'
import { computeTotals, type LineInput } from './totals'

const percent = (id: string, percentOff: number) => ({ id, percentOff, amountOffMinor: null, products: null })
const fixed = (id: string, amountOffMinor: number) => ({
  id,
  percentOff: null,
  amountOffMinor,
  products: null,
})
const exclusive = (percentage: number) => ({ id: `x${percentage}`, percentage, inclusive: false })
const inclusive = (percentage: number) => ({ id: `i${percentage}`, percentage, inclusive: true })

function line(amountMinor: number, more: Partial<LineInput> = {}): LineInput {
  return { amountMinor, discountable: true, product: null, discounts: [], taxRates: [], ...more }
}

test('tax is rounded a line and a rate, then summed', () => {
  const totals = computeTotals(
    [43, 484].map((amount) => line(amount, { taxRates: [exclusive(15)] })),
    [],
  )
  expect(totals.taxes).toMatchObject([{ amountMinor: 79, taxableMinor: 527 }])
  expect(totals).toMatchObject({ subtotalMinor: 527, totalMinor: 606, totalExcludingTaxMinor: 527 })
})

test('three lines of 333 at 7.7 % pay 78 of tax, not 77', () => {
  const totals = computeTotals(
    [333, 333, 333].map((amount) => line(amount, { taxRates: [exclusive(7.7)] })),
    [],
  )
  expect(totals.taxes[0]?.amountMinor).toBe(78)
})

test.each([
  ['1999.5', '1.5', 2999],
  ['12500', '7.25', 90_625],
  ['0.5', '3', 2],
  ['-0.5', '3', -2],
])('%s times %s is %i', (unit, quantity, amount) => {
  expect(lineAmountMinor(unit, quantity)).toBe(amount)
})

test('inclusive tax is inside the amount', () => {
  const totals = computeTotals([line(1200, { taxRates: [inclusive(20)] })], [])
  expect(totals).toMatchObject({
    totalMinor: 1200,
    totalExcludingTaxMinor: 1000,
    subtotalExcludingTaxMinor: 1000,
  })
  expect(totals.taxes).toMatchObject([{ amountMinor: 200, taxableMinor: 1000 }])
})

test('a discount comes off before inclusive tax is found', () => {
  const totals = computeTotals([line(12_000, { taxRates: [inclusive(20)] })], [percent('ten', 10)])
  expect(totals).toMatchObject({ subtotalMinor: 12_000, totalMinor: 10_800, totalExcludingTaxMinor: 9000 })
  expect(totals.taxes).toMatchObject([{ amountMinor: 1800 }])
})

test('two inclusive rates share one base', () => {
  const totals = computeTotals([line(11_498, { taxRates: [inclusive(5), inclusive(9.975)] })], [])
  expect(totals.taxes.map((tax) => tax.amountMinor)).toEqual([500, 998])
  expect(totals.totalExcludingTaxMinor).toBe(10_000)
})

test('a mixed cart with a percentage off the invoice', () => {
  const lines = [line(10_000, { taxRates: [exclusive(20)] }), line(5000)]
  const totals = computeTotals(lines, [percent('ten', 10)])
  expect(totals).toMatchObject({ subtotalMinor: 15_000, totalMinor: 15_300, totalExcludingTaxMinor: 13_500 })
  expect(totals.discountAmounts).toEqual([{ discount: 'ten', amountMinor: 1500 }])
})

test('halves round away from zero, on both sides of it', () => {
  expect(computeTotals([line(1005, { taxRates: [exclusive(10)] })], []).taxes[0]?.amountMinor).toBe(101)
  expect(computeTotals([line(-333, { taxRates: [exclusive(20)] })], []).taxes[0]?.amountMinor).toBe(-67)
})

test('a fixed discount leaves its remainder to the last line', () => {
  const totals = computeTotals([line(1000), line(2000)], [fixed('five', 500)])
  expect(totals.lines.map((each) => each.discountAmounts[0]?.amountMinor)).toEqual([166, 334])
})

test('a discount on a line is taken before those on the invoice, and never below zero', () => {
  const totals = computeTotals([line(1000, { discounts: [fixed('line', 400)] })], [fixed('all', 900)])
  expect(totals).toMatchObject({ subtotalMinor: 600, totalMinor: 0 })
  expect(totals.discountAmounts).toEqual([
    { discount: 'line', amountMinor: 400 },
    { discount: 'all', amountMinor: 600 },
  ])
})

test('the parts always add up', () => {
  const amount = fc.integer({ min: -1_000_000, max: 10_000_000 })
  const rate = fc.constantFrom(exclusive(7.7), exclusive(20), inclusive(19), inclusive(5.5))
  const discount = fc.oneof(
    fc.integer({ min: 1, max: 5_000_000 }).map((off) => fixed(`f${off}`, off)),
    fc.integer({ min: 1, max: 100 }).map((off) => percent(`p${off}`, off)),
  )
  const lines = fc.array(
    fc.record({
      amount,
      taxRates: fc.uniqueArray(rate, { maxLength: 2 }),
      off: fc.array(discount, { maxLength: 2 }),
    }),
    { maxLength: 20 },
  )
  fc.assert(
    fc.property(lines, fc.array(discount, { maxLength: 2 }), (carts, discounts) => {
      const inputs = carts.map((cart) => line(cart.amount, { taxRates: cart.taxRates, discounts: cart.off }))
      const totals = computeTotals(inputs, discounts)
      const sum = (amounts: number[]) => amounts.reduce((all, each) => all + each, 0)
      const gross = sum(inputs.map((input) => input.amountMinor))
      const off = sum(totals.discountAmounts.map((each) => each.amountMinor))
      const onTop = sum(totals.taxes.filter((tax) => !tax.inclusive).map((tax) => tax.amountMinor))
      expect(totals.totalMinor).toBe(gross - off + onTop)
      totals.lines.forEach((each, index) => {
        const taken = sum(each.discountAmounts.map((one) => one.amountMinor))
        expect(taken).toBeLessThanOrEqual(Math.max(0, inputs[index]?.amountMinor ?? 0))
      })
    }),
  )
})
