import type { Draft } from '@/lib/documents/draft'
import { termsLabel } from '@/lib/documents/values/terms'

export type Difference = { label: string; mine: string; theirs: string }

/** Where two versions of a draft part, in the words of the page. Lines are compared by their place. */
export function draftDifferences(mine: Draft, theirs: Draft): Difference[] {
  const client = mine.clientId === theirs.clientId ? '' : 'another one'
  const rows = [
    { label: 'Client', mine: '', theirs: client },
    ...wholeOf(mine, theirs),
    ...linesOf(mine, theirs),
  ]
  return rows.filter((row) => row.mine !== row.theirs)
}

const PARTS: [label: string, words: (draft: Draft) => string][] = [
  ['Due', ({ terms }) => (terms.kind === 'days' ? termsLabel(terms.days) : terms.date)],
  ['Currency', (draft) => draft.currency.toUpperCase()],
  ['Prices', (draft) => (draft.taxBehavior === 'inclusive' ? 'with tax' : 'without tax')],
  ['Discount', ({ discount }) => discountWords(discount)],
  ['Memo', (draft) => draft.memo],
  ['Footer', (draft) => draft.footer],
]

function wholeOf(mine: Draft, theirs: Draft) {
  return PARTS.map(([label, words]) => ({ label, mine: words(mine), theirs: words(theirs) }))
}

function linesOf(mine: Draft, theirs: Draft) {
  const count = Math.max(mine.lines.length, theirs.lines.length)
  return Array.from({ length: count }, (_, i) => ({
    label: `Line ${i + 1}`,
    mine: lineWords(mine.lines[i]),
    theirs: lineWords(theirs.lines[i]),
  }))
}

function lineWords(line: Draft['lines'][number] | undefined) {
  if (!line) return 'none'
  const tax = line.taxPercent === '' ? '' : `, ${line.taxPercent}% tax`
  const discount = line.discount ? `, less ${discountWords(line.discount)}` : ''
  return `${line.description || 'no description'}: ${line.quantity || '0'} × ${line.unitPrice || '0'}${tax}${discount}`
}

function discountWords(discount: Draft['discount']) {
  return discount ? `${discount.value || '0'}${discount.kind === 'percent' ? '%' : ''}` : 'none'
}
