import { emit } from '../../../events/emit'
import type { Book } from '../../../state/unit-of-work'
import { voidInvoice } from '../../invoices/lifecycle/end'
import { changeSubscription } from '../save'
import type { Subscription } from '../subscription'

/** The invoice was not paid in time: what was asked on that condition is forgotten. */
export function forgetPending(book: Book, subscription: Subscription) {
  const after = changeSubscription(book, subscription, { pending_update: null })
  const invoice = book.get('invoice', subscription.latest_invoice ?? '')
  if (invoice?.status === 'open') voidInvoice(book, invoice)
  emit(book, 'customer.subscription.pending_update_expired', after)
}
