import type { Book } from '../state/book'
import type { NamedKind } from '../state/kinds'
import { ROOT } from '../state/ledger'
import { seen } from './invoices/seen'

/** An object as the API shows it, or the stub of a deleted one. */
export function view(book: Book, kind: NamedKind, id: string): object | undefined {
  if (kind === 'account') return book.change.shelves(ROOT).account.get(id)?.object
  if (kind === 'invoice') {
    const invoice = book.get('invoice', id)
    return invoice && seen(book, invoice)
  }
  return book.get(kind, id) ?? book.get('deleted', id)
}
