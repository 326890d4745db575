import { fieldNames, pick } from '@/lib/documents/field'
import { DOCUMENT_FIELDS, LINE_FIELDS } from '@/lib/documents/fields'
import { computeTotals } from '@/lib/documents/totals/totals'
import type { Terms } from '@/lib/documents/values/terms'
import type { Draft, DraftLine } from './draft'

const { terms: _, ...OF_ONE_COLUMN } = DOCUMENT_FIELDS

/** Columns of a document's row, and of a line's, that are named as their fields. */
export const DOCUMENT_COLUMNS = fieldNames(OF_ONE_COLUMN)
export const LINE_COLUMNS = ['id', ...fieldNames(LINE_FIELDS)] as const

type StoredTerms = { termsDays: number | null; dueDate: string | null }
type StoredDocument = Omit<Draft, 'terms' | 'lines'> & StoredTerms

/** A draft as columns of its row. The amounts are ours, so that the list can show them. */
export function draftColumns(draft: Draft) {
  const { terms } = draft
  const { subtotalMinor, discountMinor, taxMinor, totalMinor } = computeTotals(draft)
  return {
    ...pick(draft, DOCUMENT_COLUMNS),
    termsDays: terms.kind === 'days' ? terms.days : null,
    dueDate: terms.kind === 'date' ? terms.date : null,
    subtotalMinor,
    discountMinor,
    taxMinor,
    totalMinor,
    amountDueMinor: totalMinor,
    amountRemainingMinor: totalMinor,
  }
}

export function lineRows(draft: Draft, invoiceId: string) {
  const totals = computeTotals(draft)
  return draft.lines.map((line, position) => ({
    ...pick(line, LINE_COLUMNS),
    invoiceId,
    position,
    amountMinor: totals.lines[position]?.amountMinor ?? 0,
  }))
}

/** The inverse of `draftColumns` and `lineRows`. */
export function draftOf(row: StoredDocument, lines: DraftLine[]): Draft {
  return {
    ...pick(row, DOCUMENT_COLUMNS),
    terms: termsOf(row),
    lines: lines.map((line) => pick(line, LINE_COLUMNS)),
  }
}

/** The terms of a row; once it is sent, `due_date` is the day that they came to. */
export function termsOf({ termsDays, dueDate }: StoredTerms): Terms {
  if (termsDays === null && dueDate !== null) return { kind: 'date', date: dueDate }
  return { kind: 'days', days: termsDays ?? 0 }
}
