import type { Book } from '../../../state/unit-of-work'
import type { Invoice } from '../../invoices/invoice'
import { finalize } from '../../invoices/lifecycle/finalize'
import { pendingOf } from '../change/proration'
import { changeSubscription } from '../save'
import type { Subscription } from '../subscription'
import { addUp, announceDraft, draftFor, sweep } from './draft'

/** Bills what still waits on a subscription that has ended; nothing when nothing waits. */
export function finalInvoice(book: Book, subscription: Subscription): Invoice | undefined {
  const waiting = pendingOf(book, subscription)
  if (waiting.length === 0) return undefined
  const period = { start: book.now, end: book.now }
  const draft = draftFor(book, subscription, { reason: 'subscription_update', period })
  sweep(book, draft, waiting)
  const invoice = addUp(book, draft)
  changeSubscription(book, subscription, { latest_invoice: invoice.id })
  announceDraft(book, invoice)
  return invoice.collection_method === 'send_invoice' ? invoice : finalize(book, invoice)
}
