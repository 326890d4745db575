import { emit } from '../../events/emit'
import type { Book } from '../../state/book'
import type { Invoice } from '../invoices/invoice'
import { changeSubscription } from './save'
import { statusAfter } from './status'
import type { Subscription } from './subscription'
import { isUnderWay } from './under-way'

/** Whatever happens to an invoice of a subscription may move the subscription on. */
export function followInvoice(book: Book, invoice: Invoice) {
  const id = invoice.parent?.subscription_details?.subscription
  const subscription = id === undefined ? undefined : book.get('subscription', id)
  if (!subscription || subscription.ended_at !== null || subscription.latest_invoice === null) return
  if (invoice.status === 'paid') applyPending(book, subscription, invoice)
  const current = book.get('subscription', subscription.id) ?? subscription
  if (latestFinalized(book, current)?.id !== invoice.id || isUnderWay(book, invoice.id)) return
  const status = statusAfter(current, invoice, book.now)
  if (status === current.status) return
  const ended_at = status === 'incomplete_expired' ? book.now : null
  changeSubscription(book, current, { status, ended_at })
}

/** The invoice a subscription stands or falls with. One that was voided is as if it had never been. */
function latestFinalized(book: Book, { id, customer, status }: Subscription): Invoice | undefined {
  return book.shelves.invoice
    .inGroup(customer)
    .filter(({ parent }) => parent?.subscription_details?.subscription === id)
    .findLast((invoice) => invoice.status !== 'draft' && (invoice.status !== 'void' || status === 'incomplete'))
}

/** What was asked of a subscription on condition that its invoice is paid. */
function applyPending(book: Book, subscription: Subscription, invoice: Invoice) {
  const { pending_update: pending, latest_invoice } = subscription
  if (!pending || latest_invoice !== invoice.id) return
  const data = pending.subscription_items ?? subscription.items.data
  const after = changeSubscription(book, subscription, {
    items: { ...subscription.items, data },
    billing_cycle_anchor: pending.billing_cycle_anchor ?? subscription.billing_cycle_anchor,
    trial_end: pending.trial_end ?? subscription.trial_end,
    pending_update: null,
  })
  emit(book, 'customer.subscription.pending_update_applied', after)
}
