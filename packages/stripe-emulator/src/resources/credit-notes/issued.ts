import type { Book } from '../../state/unit-of-work'
import type { Invoice } from '../invoices/invoice'
import type { CreditNote, NoteLine } from './credit-note'

/** The notes of an invoice that count, oldest first: a void one does not. */
export function issuedNotes(book: Book, invoice: Invoice): CreditNote[] {
  return book.shelves.credit_note.inGroup(invoice.id).filter((note) => note.status === 'issued')
}

export function issuedLines(book: Book, invoice: Invoice): NoteLine[] {
  return issuedNotes(book, invoice).flatMap((note) => linesOf(book, note))
}

/** All lines of a note, in the order of the request. */
export function linesOf(book: Book, { id }: CreditNote): NoteLine[] {
  return book.shelves.credit_note_line_item.inGroup(id).map(({ object }) => object)
}
