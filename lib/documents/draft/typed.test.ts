import { expect, test } from 'vitest'
import { sampleDraft, sampleLine } from '@/lib/documents/testing/sample'
import { computeTotals } from '@/lib/documents/totals/totals'
import { emptyLine, withoutSpareLines } from './draft'
import { readDraft, typedDraft } from './typed'

test("reads every number in the writer's locale, and writes it back", () => {
  const typed = sampleDraft({
    lines: [sampleLine({ quantity: '1,5', unitPrice: '1.999,95', taxPercent: '7,7' })],
    discount: { kind: 'amount', value: '10,50' },
  })
  const { draft: kept, issues } = readDraft(typed, 'de-DE')
  expect(issues).toEqual([])
  expect(kept.lines[0]).toMatchObject({ quantity: '1.5', unitPrice: '1999.95', taxPercent: '7.7' })
  expect(kept.discount).toEqual({ kind: 'amount', value: '10.5' })
  expect(typedDraft(kept, 'de-DE').lines[0]).toMatchObject({
    quantity: '1,5',
    unitPrice: '1999,95',
    taxPercent: '7,7',
  })
})

test('names the cell it cannot read and leaves it empty', () => {
  const { draft: kept, issues } = readDraft(
    sampleDraft({ lines: [sampleLine(), sampleLine({ unitPrice: 'abc' })] }),
    'de-DE',
  )
  expect(kept.lines[1]?.unitPrice).toBe('')
  expect(issues).toEqual([
    { field: 'lines.1.unitPrice', code: 'amount_invalid', message: 'Enter a number, such as 12,5.' },
  ])
})

test('asks for whole amounts where a currency has only those', () => {
  const { issues } = readDraft(
    sampleDraft({ currency: 'jpy', lines: [sampleLine({ unitPrice: '100.5' })] }),
    'en-US',
  )
  expect(issues.map(({ code }) => code)).toEqual(['currency_has_no_decimals'])
})

test('does not complain about cells nobody filled in', () => {
  expect(
    readDraft(sampleDraft({ lines: [sampleLine({ quantity: '', unitPrice: '', taxPercent: '' })] }), 'en-US')
      .issues,
  ).toEqual([])
})

test('takes hours and minutes as hours', () => {
  const quantity = (text: string) =>
    readDraft(sampleDraft({ lines: [sampleLine({ quantity: text })] }), 'en-US').draft.lines[0]?.quantity
  expect(quantity('1:45')).toBe('1.75')
  expect(quantity('1:20')).toBe('1.333333333333')
  expect(quantity('1:75')).toBe('')
})

test('counts a line that is not finished as zero', () => {
  const lines = [
    sampleLine(),
    sampleLine({ quantity: '' }),
    sampleLine({ unitPrice: 'abc' }),
    sampleLine({ taxPercent: '-' }),
  ]
  const totals = computeTotals(sampleDraft({ lines, discount: { kind: 'percent', value: '' } }))
  expect(totals.lines.map(({ amountMinor }) => amountMinor)).toEqual([10000, 0, 0, 10000])
  expect(totals.totalMinor).toBe(20000)
  expect(computeTotals(sampleDraft({ currency: '?' })).totalMinor).toBe(0)
})

test('reckons discounts as they are typed', () => {
  const lines = [sampleLine({ discount: { kind: 'amount', value: '10.5' } })]
  expect(computeTotals(sampleDraft({ lines, discount: { kind: 'percent', value: '10' } })).totalMinor).toBe(
    8055,
  )
})

test('reckons 250 lines in a fraction of a frame', () => {
  const lines = Array.from({ length: 250 }, () =>
    sampleLine({ quantity: '1.5', unitPrice: '19.995', taxPercent: '7.7' }),
  )
  const full = sampleDraft({ lines, discount: { kind: 'amount', value: '500' } })
  const times = Array.from({ length: 50 }, () => {
    const started = performance.now()
    computeTotals(full)
    return performance.now() - started
  })
  expect(Math.min(...times)).toBeLessThan(2)
})

test('leaves out rows nobody wrote in', () => {
  const lines = [sampleLine(), emptyLine('spare'), sampleLine({ description: '' })]
  expect(withoutSpareLines(sampleDraft({ lines })).lines).toEqual([lines[0], lines[2]])
})
