import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Discount } from '@/lib/documents/values/discount'
import { toMajor } from '@/lib/money/format'
import { proofSize } from '@/lib/testing/proof-size'
import { computeTotals, type TotalsInput } from './totals'

const CARTS = proofSize(10_000, 100_000)

test(`agrees with exact fractions on ${CARTS} carts`, { timeout: 300_000 }, () => {
  fc.assert(
    fc.property(carts, (cart) => {
      const { subtotalMinor, discountMinor, taxMinor, totalMinor } = computeTotals(cart)
      expect([subtotalMinor, discountMinor, taxMinor, totalMinor]).toEqual(oracle(cart))
    }),
    { numRuns: CARTS },
  )
})

test('sums its parts, and ends at zero or above when no line is negative', () => {
  fc.assert(
    fc.property(carts, (cart) => {
      const totals = computeTotals(cart)
      const added = (pick: (line: (typeof totals.lines)[number]) => number) =>
        totals.lines.reduce((sum, line) => sum + pick(line), 0)
      expect(added((line) => line.amountMinor - line.discountMinor)).toBe(totals.subtotalMinor)
      expect(added((line) => line.invoiceDiscountMinor)).toBe(totals.discountMinor)
      expect(added((line) => line.taxableMinor)).toBe(totals.totalExcludingTaxMinor)
      expect(totals.taxes.reduce((sum, tax) => sum + tax.amountMinor, 0)).toBe(totals.taxMinor)
      expect(totals.totalExcludingTaxMinor + totals.taxMinor).toBe(totals.totalMinor)
      const discounted = totals.subtotalMinor - totals.discountMinor
      const onTop = cart.taxBehavior === 'exclusive' ? totals.taxMinor : 0
      expect(totals.totalMinor).toBe(discounted + onTop)
      for (const line of totals.lines.filter(({ amountMinor }) => amountMinor >= 0)) {
        expect(
          Math.min(line.discountMinor, line.invoiceDiscountMinor, line.taxableMinor),
        ).toBeGreaterThanOrEqual(0)
      }
    }),
    { numRuns: proofSize(1_000, 20_000) },
  )
})

const EXPONENTS: Record<string, bigint> = { usd: 2n, jpy: 0n, kwd: 3n }

const percents = scaled(0, 1_000_000, 4)
const carts: fc.Arbitrary<TotalsInput> = fc.constantFrom('usd', 'jpy', 'kwd').chain((currency) => {
  const discounts: fc.Arbitrary<Discount | null> = fc.oneof(
    fc.constant(null),
    scaled(1, 10_000, 2).map((value) => ({ kind: 'percent' as const, value })),
    fc
      .integer({ min: 1, max: 500_000 })
      .map((minor) => ({ kind: 'amount' as const, value: toMajor(minor, currency) })),
  )
  return fc.record({
    currency: fc.constant(currency),
    taxBehavior: fc.constantFrom('exclusive', 'inclusive'),
    discount: discounts,
    lines: fc.array(
      fc.record({
        quantity: fc.oneof(fc.integer({ min: 1, max: 99 }).map(String), scaled(1, 9_999_999, 5)),
        unitPrice: fc.oneof(scaled(-20_000, 99_999, 2), scaled(-20_000, 99_999_999, 5)),
        taxPercent: fc.oneof(fc.constant(''), fc.constantFrom('20', '7.7', '0'), percents),
        discount: discounts,
      }),
      { maxLength: 5 },
    ),
  })
})

function scaled(min: number, max: number, decimals: number) {
  return fc.integer({ min, max }).map((units) => {
    const digits = String(Math.abs(units)).padStart(decimals + 1, '0')
    return `${units < 0 ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
  })
}

/** The rules again, told with whole-number fractions: [subtotal, invoice discount, tax, total]. */
function oracle({ currency, taxBehavior, lines, discount }: TotalsInput) {
  const unit = 10n ** (EXPONENTS[currency] ?? 0n)
  const minorOf = (amount: string) => {
    const [top, bottom] = fraction(amount)
    return (top * unit) / bottom
  }
  const percentOf = (amount: bigint, percent: string) => {
    const [top, bottom] = fraction(percent)
    return rounded(amount * top, bottom * 100n)
  }
  const net = lines.map((line) => {
    const [price, priceUnit] = fraction(line.unitPrice)
    const [count, countUnit] = fraction(line.quantity)
    const gross = rounded(price * count * unit, priceUnit * countUnit)
    if (!line.discount || gross <= 0n) return gross
    if (line.discount.kind === 'percent') return gross - percentOf(gross, line.discount.value)
    return gross - least(minorOf(line.discount.value), gross)
  })
  const open = net.map((amount) => (amount > 0n ? amount : 0n))
  const whole = total(open)
  const off =
    discount?.kind === 'percent'
      ? open.map((amount) => percentOf(amount, discount.value))
      : open.map(() => 0n)
  if (discount?.kind === 'amount' && whole > 0n) {
    const wanted = least(minorOf(discount.value), whole)
    open.forEach((amount, i) => {
      off[i] = (wanted * amount) / whole
    })
    for (let i = open.length - 1; i >= 0; i--) {
      off[i] = (off[i] ?? 0n) + least(wanted - total(off), (open[i] ?? 0n) - (off[i] ?? 0n))
    }
  }
  const taxes = lines.map(({ taxPercent }, i) => {
    if (taxPercent === '') return 0n
    const [top, bottom] = fraction(taxPercent)
    const base = (net[i] ?? 0n) - (off[i] ?? 0n)
    return rounded(base * top, taxBehavior === 'inclusive' ? bottom * 100n + top : bottom * 100n)
  })
  const onTop = taxBehavior === 'exclusive' ? total(taxes) : 0n
  return [total(net), total(off), total(taxes), total(net) - total(off) + onTop].map(Number)
}

function fraction(decimal: string): [bigint, bigint] {
  const decimals = decimal.split('.')[1] ?? ''
  return [BigInt(decimal.replace('.', '')), 10n ** BigInt(decimals.length)]
}

function rounded(top: bigint, bottom: bigint) {
  const size = ((top < 0n ? -top : top) * 2n + bottom) / (bottom * 2n)
  return top < 0n ? -size : size
}

function least(a: bigint, b: bigint) {
  return a < b ? a : b
}

function total(amounts: bigint[]) {
  return amounts.reduce((sum, amount) => sum + amount, 0n)
}
