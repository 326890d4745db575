import { expect, test } from 'vitest'
import { sampleDraft, sampleLine } from '@/lib/documents/testing/sample'
import { hintsOf } from './hints'

// A Wednesday; in 14 days it is a Wednesday again.
const TODAY = '2026-11-18'

test('has nothing to say of a plain invoice', () => {
  expect(hintsOf(sampleDraft(), TODAY)).toEqual([])
})

test('notices lines without tax among taxed ones, not an invoice without tax', () => {
  const [taxed, plain] = [
    sampleLine({ description: 'A', taxPercent: '20' }),
    sampleLine({ description: 'B' }),
  ]
  expect(hintsOf(sampleDraft({ lines: [taxed, plain] }), TODAY)).toEqual([
    'Line 2 has no tax, unlike the others.',
  ])
  expect(hintsOf(sampleDraft({ lines: [plain] }), TODAY)).toEqual([])
})

test('notices lines that say the same', () => {
  const lines = [sampleLine(), sampleLine({ description: 'Travel' }), sampleLine(), sampleLine()]
  expect(hintsOf(sampleDraft({ lines }), TODAY)).toEqual(['Lines 1, 3 and 4 are the same.'])
})

test('notices a due date on the same day or on a weekend', () => {
  const due = (date: string) => hintsOf(sampleDraft({ terms: { kind: 'date', date } }), TODAY)
  expect(due('2026-11-18')).toEqual(['It is due on the day it is sent.'])
  expect(due('2026-11-21')).toEqual(['It falls due on a Saturday.'])
  expect(due('2026-11-22')).toEqual(['It falls due on a Sunday.'])
  expect(due('2026-11-23')).toEqual([])
})
