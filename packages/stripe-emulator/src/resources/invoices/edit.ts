import { emitUpdate } from '../../events/emit'
import type { Book } from '../../state/unit-of-work'
import { refuse } from '../../wire/refusal'
import { followInvoice } from '../subscriptions/lifecycle/follow'
import { recalculate } from './amounts/recalculate'
import type { Invoice } from './invoice'
import { seen } from './serialise'

/** Runs an edit of a draft, works out the totals anew, and says what changed. */
export function editDraft(book: Book, invoice: Invoice, edit: () => Invoice): Invoice {
  const before = seen(book, invoice)
  const after = seen(book, recalculate(book, edit()))
  emitUpdate(book, 'invoice.updated', before, after)
  return after
}

/** Changes an invoice's own fields and says so; the totals stay. */
export function changeInvoice(book: Book, invoice: Invoice, changes: Partial<Invoice>): Invoice {
  const before = seen(book, invoice)
  const after = book.put('invoice', { ...invoice, ...changes })
  emitUpdate(book, 'invoice.updated', before, seen(book, after))
  followInvoice(book, after)
  return after
}

export function requireEditable(invoice: Invoice) {
  if (invoice.status === 'draft') return
  throw refuse('Invalid invoice: This invoice is no longer editable', { code: 'invoice_not_editable' })
}
