import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Credit, creditedShare, creditOf, creditTotal, splitCredit, sum, taxesOf } from './credit'
import { computeTotals, type Totals } from './totals'

type Line = Totals['lines'][number]

const exclusive = (percentage: number) => ({ id: `x${percentage}`, percentage, inclusive: false })
const inclusive = (percentage: number) => ({ id: `i${percentage}`, percentage, inclusive: true })
const off = (amountOffMinor: number | null, percentOff: number | null) => ({
  id: `d${amountOffMinor}${percentOff}`,
  amountOffMinor,
  percentOff,
  products: null,
})

const PLAIN = { discountable: true, product: null, discounts: [] }
const NOTHING: Line = { discountAmounts: [], taxes: [] }

/** A line of an invoice as a credit note reads it. */
function asCredit(amount: number, { discountAmounts, taxes }: Line): Credit {
  return {
    amount,
    discount_amounts: discountAmounts.map(({ discount, amountMinor }) => ({ discount, amount: amountMinor })),
    taxes: taxes.map((tax) => ({
      amount: tax.amountMinor,
      tax_behavior: tax.inclusive ? 'inclusive' : 'exclusive',
      tax_rate_details: { tax_rate: tax.rate },
      taxability_reason: 'not_available',
      taxable_amount: tax.taxableMinor,
      type: 'tax_rate_details',
    })),
  }
}

/** Credits a line piece by piece, at the cuts given as thousandths of it. */
function inPieces(line: Credit, cuts: number[]): Credit[] {
  const ends = cuts.map((cut) => Math.trunc((line.amount * cut) / 1000)).sort((a, b) => a - b)
  const ordered = line.amount < 0 ? ends.reverse() : ends
  const pieces: Credit[] = []
  for (const end of [...ordered, line.amount]) {
    pieces.push(creditOf(line, pieces, end - sum(pieces.map((piece) => piece.amount))))
  }
  return pieces
}

const carts = fc.array(
  fc.record({
    amount: fc.integer({ min: -100_000, max: 10_000_000 }),
    taxRates: fc.uniqueArray(
      fc.constantFrom(exclusive(7.7), exclusive(20), inclusive(19), inclusive(5.5), exclusive(0)),
      { maxLength: 3, selector: (rate) => rate.id },
    ),
    discount: fc.option(fc.integer({ min: 1, max: 50_000 })),
    cuts: fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 6 }),
  }),
  { maxLength: 12 },
)
const invoiceDiscount = fc.oneof(
  fc.constant(undefined),
  fc.integer({ min: 1, max: 100 }).map((percent) => off(null, percent)),
  fc.integer({ min: 1, max: 2_000_000 }).map((amount) => off(amount, null)),
)

test('however the lines of an invoice are split, all credits add up to its total', () => {
  fc.assert(
    fc.property(carts, invoiceDiscount, (lines, discount) => {
      const inputs = lines.map((line) => ({
        ...PLAIN,
        amountMinor: line.amount,
        discounts: line.discount === null ? [] : [off(line.discount, null)],
        taxRates: line.taxRates,
      }))
      const totals = computeTotals(inputs, discount ? [discount] : [])
      const wholes = totals.lines.map((line, index) => asCredit(lines[index]?.amount ?? 0, line))
      const pieces = wholes.flatMap((whole, index) => inPieces(whole, lines[index]?.cuts ?? []))
      expect(sum(pieces.map(creditTotal))).toBe(totals.totalMinor)
      const perRate = taxesOf(pieces).map((tax) => tax.amount + 0)
      expect(perRate).toEqual(totals.taxes.map((tax) => tax.amountMinor + 0))
      const taken = sum(pieces.flatMap((piece) => piece.discount_amounts.map((each) => each.amount)))
      expect(taken).toBe(sum(totals.discountAmounts.map((each) => each.amountMinor)))
    }),
  )
})

test('shares never leave the amount they are of, whatever was voided in between', () => {
  const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.boolean()), { maxLength: 30 })
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 500 }),
      fc.integer({ min: -90, max: 90 }),
      steps,
      (whole, amount, notes) => {
        let issued: { now: number; share: number }[] = []
        for (const [wish, voidsOne] of notes) {
          const before = sum(issued.map((note) => note.now))
          const now = Math.min(wish, whole - before)
          const credited = sum(issued.map((note) => note.share))
          issued.push({ now, share: creditedShare(amount, credited, { after: before + now, whole }) })
          if (voidsOne) issued = issued.slice(1)
        }
        const before = sum(issued.map((note) => note.now))
        const credited = sum(issued.map((note) => note.share))
        expect(Math.abs(credited)).toBeLessThanOrEqual(Math.abs(amount))
        const rest = creditedShare(amount, credited, { after: whole, whole })
        expect(before <= whole && credited + rest).toBe(amount)
      },
    ),
  )
})

test('a rate that a line has twice is credited twice', () => {
  const line = asCredit(
    1000,
    computeTotals([{ ...PLAIN, amountMinor: 1000, taxRates: [exclusive(1), exclusive(1)] }], []).lines[0] ??
      NOTHING,
  )
  const pieces = inPieces(line, [250, 700])
  expect(pieces.map((piece) => piece.taxes?.map((tax) => tax.amount))).toEqual([
    [3, 3],
    [4, 4],
    [3, 3],
  ])
})

test('a third of 100 three times is 33, 34 and 33', () => {
  const shares: number[] = []
  for (const after of [1, 2, 3]) shares.push(creditedShare(100, sum(shares), { after, whole: 3 }))
  expect(shares).toEqual([33, 34, 33])
})

test('a quantity may be a decimal', () => {
  expect(creditedShare(90_625, 0, { after: 7, whole: '7.25' })).toBe(87_500)
})

test('a share of an empty whole is credited at once', () => {
  expect(creditedShare(25, 0, { after: 0, whole: 0 })).toBe(25)
})

test('more than there was is never taken back', () => {
  expect(creditedShare(10, 12, { after: 5, whole: 5 })).toBe(0)
  expect(creditedShare(-10, -12, { after: 5, whole: 5 })).toBe(0)
})

test('a note lowers what is asked for first, and never below zero', () => {
  expect(splitCredit(500, 2000)).toEqual({ preMinor: 500, postMinor: 0 })
  expect(splitCredit(3000, 2000)).toEqual({ preMinor: 2000, postMinor: 1000 })
  expect(splitCredit(3000, 0)).toEqual({ preMinor: 0, postMinor: 3000 })
})
