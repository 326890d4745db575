import type { Draft, DraftLine } from '@/lib/documents/draft'
import { computeTotals } from './totals/totals'
import type { Terms } from './values/terms'

/** Columns of an invoice that a draft is made from again. */
type StoredDraft = Omit<Draft, 'terms' | 'lines'> & { termsDays: number | null; dueDate: string | null }

/** A draft as columns of its row. The amounts are ours, so that the list can show them. */
export function draftColumns(draft: Draft) {
  const { terms, lines: _, ...same } = draft
  const { subtotalMinor, discountMinor, taxMinor, totalMinor } = computeTotals(draft)
  return {
    ...same,
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
    ...line,
    invoiceId,
    position,
    amountMinor: totals.lines[position]?.amountMinor ?? 0,
  }))
}

export function draftOf(row: StoredDraft, lines: DraftLine[]): Draft {
  const { clientId, currency, taxBehavior, memo, footer, discount } = row
  return {
    clientId,
    currency,
    taxBehavior,
    terms: termsOf(row),
    memo,
    footer,
    discount,
    lines: lines.map(({ id, description, quantity, unitPrice, taxPercent, discount }) => ({
      id,
      description,
      quantity,
      unitPrice,
      taxPercent,
      discount,
    })),
  }
}

/** The terms of a row; once it is sent, `due_date` is the day that they came to. */
export function termsOf({ termsDays, dueDate }: Pick<StoredDraft, 'termsDays' | 'dueDate'>): Terms {
  if (termsDays === null && dueDate !== null) return { kind: 'date', date: dueDate }
  return { kind: 'days', days: termsDays ?? 0 }
}
