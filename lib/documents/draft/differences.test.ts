import { expect, test } from 'vitest'
import { draftDifferences } from './differences'
import { type Draft, emptyDraft, emptyLine } from './draft'

const draft = emptyDraft({
  currency: 'eur',
  terms: { kind: 'days', days: 14 },
  lines: [{ ...emptyLine('a'), description: 'Design', unitPrice: '80' }],
})

test('equal drafts do not differ, whatever the ids of their lines', () => {
  const other = { ...draft, lines: draft.lines.map((line) => ({ ...line, id: 'b' })) }
  expect(draftDifferences(draft, other)).toEqual([])
})

test('names what differs and shows both', () => {
  const theirs: Draft = { ...draft, memo: 'Thanks', discount: { kind: 'percent', value: '10' }, lines: [] }
  expect(draftDifferences(draft, theirs)).toEqual([
    { label: 'Discount', mine: 'none', theirs: '10%' },
    { label: 'Memo', mine: '', theirs: 'Thanks' },
    { label: 'Line 1', mine: 'Design: 1 × 80', theirs: 'none' },
  ])
})
