import type { Book } from '../../../state/unit-of-work'
import { setDelinquent } from '../../customers/customer'
import { followInvoice } from '../../subscriptions/lifecycle/follow'
import type { Invoice } from '../invoice'

/** An open invoice that is sent has a day on which it becomes overdue. */
export function watchDueDate(book: Book, { id, status, collection_method, due_date }: Invoice) {
  if (status !== 'open' || collection_method !== 'send_invoice' || due_date === null) return
  book.put('timer', { id: `${id}/overdue`, at: due_date, object: id, what: 'invoice_overdue' })
}

/** The day has come: unpaid, it makes its customer delinquent and its subscription past due. Nothing else happens. */
export function fallDue(book: Book, id: string) {
  const invoice = book.get('invoice', id)
  if (invoice?.status !== 'open') return
  setDelinquent(book, invoice.customer, true)
  followInvoice(book, invoice)
}
