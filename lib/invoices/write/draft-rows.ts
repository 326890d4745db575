import type { Draft, DraftDiscount, TaxBehavior } from '@/lib/documents/draft'
import { draftTotals } from '@/lib/documents/draft-totals'

type StoredInvoice = {
  clientId: string | null
  currency: string
  taxBehavior: TaxBehavior
  termsDays: number | null
  dueDate: string | null
  memo: string
  footer: string
  discount: DraftDiscount | null
}

type StoredLine = {
  id: string
  description: string
  quantity: string
  unitPrice: string
  taxPercent: string | null
  discount: DraftDiscount | null
}

/** A draft as columns of its row. The amounts are ours, so that the list can show them. */
export function draftColumns(draft: Draft) {
  const { clientId, currency, taxBehavior, terms, memo, footer, discount } = draft
  const totals = draftTotals(draft)
  return {
    clientId,
    currency,
    taxBehavior,
    termsDays: terms.kind === 'days' ? terms.days : null,
    dueDate: terms.kind === 'date' ? terms.date : null,
    memo,
    footer,
    discount,
    subtotalMinor: totals.subtotalMinor,
    discountMinor: totals.discountMinor,
    taxMinor: totals.taxMinor,
    totalMinor: totals.totalMinor,
    amountDueMinor: totals.totalMinor,
    amountRemainingMinor: totals.totalMinor,
  }
}

export function lineRows(draft: Draft, invoiceId: string) {
  const totals = draftTotals(draft)
  return draft.lines.map(({ id, description, quantity, unitPrice, taxPercent, discount }, position) => ({
    id,
    invoiceId,
    position,
    description,
    quantity,
    unitPrice,
    taxPercent: taxPercent === '' ? null : taxPercent,
    discount,
    amountMinor: totals.lines[position]?.amountMinor ?? 0,
  }))
}

export function draftOf(row: StoredInvoice, lines: StoredLine[]): Draft {
  const { clientId, currency, taxBehavior, termsDays, dueDate, memo, footer, discount } = row
  const isDated = termsDays === null && dueDate !== null
  return {
    clientId,
    currency,
    taxBehavior,
    terms: isDated ? { kind: 'date', date: dueDate } : { kind: 'days', days: termsDays ?? 0 },
    memo,
    footer,
    discount,
    lines: lines.map((line) => ({
      id: line.id,
      description: line.description,
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      taxPercent: line.taxPercent ?? '',
      discount: line.discount,
    })),
  }
}
