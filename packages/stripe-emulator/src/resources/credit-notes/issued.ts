import type { UnitOfWork } from '../../state/unit-of-work'
import type { Invoice } from '../invoices/invoice'
import type { CreditNote, NoteLine } from './credit-note'

/** Returns the notes of an invoice that count, oldest first: a void one does not. */
export function issuedNotes(unit: UnitOfWork, invoice: Invoice): CreditNote[] {
  return unit.collections.credit_note.inGroup(invoice.id).filter((note) => note.status === 'issued')
}

export function issuedLines(unit: UnitOfWork, invoice: Invoice): NoteLine[] {
  return issuedNotes(unit, invoice).flatMap((note) => linesOf(unit, note))
}

/** Returns all lines of a note, in the order of the request. */
export function linesOf(unit: UnitOfWork, { id }: CreditNote): NoteLine[] {
  return unit.collections.credit_note_line_item.inGroup(id).map(({ object }) => object)
}
