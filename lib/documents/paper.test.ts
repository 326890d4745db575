import { expect, test } from 'vitest'
import { sumsOf } from './paper'
import { sampleDraft, sampleLine } from './testing/sample'
import { computeTotals } from './totals/totals'

test('a draft shows each tax rate by itself', () => {
  const lines = [sampleLine({ taxPercent: '19' }), sampleLine({ taxPercent: '7' })]
  const sums = sumsOf(computeTotals(sampleDraft({ lines, discount: { kind: 'percent', value: '10' } })))
  expect(sums.map(({ label, minor }) => [label, minor])).toEqual([
    ['Subtotal', 20_000],
    ['Discount', -2_000],
    ['Tax 19%', 1_710],
    ['Tax 7%', 630],
    ['Total', 20_340],
  ])
})

test('what is paid stands below the total, what remains only where somebody waits for it', () => {
  const amounts = { subtotalMinor: 100, discountMinor: 0, totalMinor: 100, paidMinor: 40 }
  const taxes = [{ percent: null, behavior: 'inclusive' as const, amountMinor: 16 }]
  const labels = (remainingMinor: number | null) =>
    sumsOf({ ...amounts, taxes, remainingMinor }).map(({ label }) => label)
  expect(labels(60)).toEqual(['Subtotal', 'Discount', 'Tax included', 'Total', 'Paid', 'Remaining'])
  expect(labels(null)).toEqual(['Subtotal', 'Discount', 'Tax included', 'Total', 'Paid'])
})
