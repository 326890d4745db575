import { emitUpdate } from '../../../events/emit'
import type { Book } from '../../../state/unit-of-work'
import type { Invoice } from '../../invoices/invoice'
import { finalize } from '../../invoices/lifecycle/finalize'
import { addUp, announceDraft, draftFor, sweep } from '../billing/draft'
import { placePeriod } from '../billing/lines'
import { payAtOnce, type Wish } from '../billing/pay'
import { setReminders } from '../cycle/reminders'
import { periodOf } from '../items/item'
import { keepSubscription } from '../save'
import { isTrialing } from '../status'
import type { Subscription } from '../subscription'
import { onCondition } from './pending'
import { pendingOf } from './proration'

interface Bill {
  /** Whole periods that begin now, beside what waits. */
  isNewPeriod: boolean
  wish: Wish
}

/** Keeps a changed subscription and says so. */
export function keepChange(book: Book, before: Subscription, wanted: Subscription): Subscription {
  const after = keepSubscription(book, wanted)
  emitUpdate(book, 'customer.subscription.updated', before, after)
  setReminders(book, after)
  return after
}

/** Keeps a changed subscription and asks at once for what the change costs. */
export function billChange(
  book: Book,
  before: Subscription,
  wanted: Subscription,
  { isNewPeriod, wish }: Bill,
): Subscription {
  if (!isNewPeriod && pendingOf(book, before).length === 0) return keepChange(book, before, wanted)
  const invoice = addUp(book, changeDraft(book, wanted, isNewPeriod))
  const isConditional = wish.payment_behavior === 'pending_if_incomplete' && invoice.total > 0
  const kept = isConditional ? onCondition(before, wanted, book.now) : wanted
  const after = keepChange(book, before, { ...kept, latest_invoice: invoice.id })
  announceDraft(book, invoice)
  if (invoice.collection_method === 'send_invoice') return after
  payAtOnce(book, after, finalize(book, invoice), isConditional ? { off_session: wish.off_session } : wish)
  return book.need('subscription', after.id, 'id')
}

/** The draft for a change, with its lines; not yet added up. */
export function changeDraft(
  book: Book,
  subscription: Subscription,
  isNewPeriod: boolean,
  reason: Invoice['billing_reason'] = 'subscription_update',
): Invoice {
  const period = { start: book.now, end: book.now }
  const draft = draftFor(book, subscription, { reason, period })
  sweep(book, draft, pendingOf(book, subscription))
  const isTrial = isTrialing(subscription, book.now)
  for (const item of isNewPeriod ? subscription.items.data : []) {
    placePeriod(book, draft.id, subscription, item, { period: periodOf(item), isTrial })
  }
  return draft
}
