import { expect, test } from 'vitest'
import { issuesOf } from '@/lib/issues'
import { LINES_MAX } from './draft/draft'
import { DESCRIPTION_MAX, MEMO_MAX } from './fields'
import { draftSchema, sendableSchema } from './schema'
import { sampleDraft, sampleLine } from './testing/sample'

test('keeps an unfinished draft as it is', () => {
  const unfinished = sampleDraft({ clientId: null, lines: [sampleLine({ quantity: '', unitPrice: '' })] })
  expect(draftSchema.parse(unfinished)).toEqual(unfinished)
  expect(draftSchema.parse(sampleDraft({ terms: { kind: 'date', date: '' } })).terms).toEqual({
    kind: 'date',
    date: '',
  })
})

test('tidies what was typed', () => {
  const kept = draftSchema.parse(
    sampleDraft({
      currency: ' USD ',
      memo: ' Cafe\u0301\r\n\u202eevil\u202c ',
      lines: [sampleLine({ description: '👩‍👩‍👧 שלום' })],
    }),
  )
  expect(kept).toMatchObject({ currency: 'usd', memo: 'Café\nevil', lines: [{ description: '👩‍👩‍👧 שלום' }] })
})

test.for<[object, string]>([
  [{ currency: 'btc' }, 'currency currency_unknown'],
  [{ memo: 'a\0b' }, 'memo text_unreadable'],
  [{ memo: '\ud800' }, 'memo text_unreadable'],
  [{ memo: 'x'.repeat(MEMO_MAX + 1) }, 'memo too_long'],
  [{ memo: 'x'.repeat(1_000_000) }, 'memo too_long'],
  [{ terms: { kind: 'days', days: 1.5 } }, 'terms.days due_days_invalid'],
  [{ terms: { kind: 'days', days: 10_000 } }, 'terms.days due_days_invalid'],
  [{ terms: { kind: 'days', days: 1, date: '2026-11-22' } }, 'terms invalid'],
  [{ terms: { kind: 'date', date: '2026-02-30' } }, 'terms.date date_invalid'],
  [{ lines: [sampleLine({ unitPrice: '1.1234567890123' })] }, 'lines.0.unitPrice too_many_decimals'],
  [{ lines: [sampleLine({ unitPrice: '1e3' })] }, 'lines.0.unitPrice amount_invalid'],
  [{ lines: [sampleLine({ quantity: 'NaN' })] }, 'lines.0.quantity amount_invalid'],
  [{ lines: Array.from({ length: LINES_MAX + 1 }, () => sampleLine()) }, 'lines too_many_lines'],
  [{ status: 'paid' }, ' invalid'],
])('refuses a draft with a wrong part: %#', ([wrong, expected]) => {
  const parsed = draftSchema.safeParse({ ...sampleDraft(), ...wrong })
  const issues = parsed.success ? [] : issuesOf(parsed.error)
  expect(issues.map(({ field, code }) => `${field} ${code}`)).toEqual([expected])
})

test('counts code points, so that an emoji is not two letters', () => {
  const longest = sampleDraft({ lines: [sampleLine({ description: '🧾'.repeat(DESCRIPTION_MAX) })] })
  expect(draftSchema.safeParse(longest).success).toBe(true)
})

test('holds a draft to be sent to all the rules, with the same codes and paths', () => {
  const schema = sendableSchema({ today: '2026-11-22', clientEmail: 'client@example.com' })
  expect(schema.safeParse(sampleDraft()).success).toBe(true)
  const parsed = schema.safeParse(sampleDraft({ lines: [sampleLine({ quantity: '0' })] }))
  expect(parsed.error && issuesOf(parsed.error)).toEqual([
    {
      field: 'lines.0.quantity',
      code: 'quantity_zero',
      message: 'Enter a quantity above zero, or remove the line.',
    },
  ])
})
