import type { Book } from '../../../state/unit-of-work'
import { finalInvoice } from '../billing/final-invoice'
import { forgetPending } from '../change/forget-pending'
import { renew } from '../cycle/renew'
import { changeSubscription } from '../save'
import type { Subscription } from '../subscription'
import { endSubscription, expire } from './end'

/** Does what has become due of a subscription, one thing at a time. */
export function runSubscription(book: Book, subscription: Subscription) {
  const { cancel_at, pause_collection: pause, pending_update: pending, status } = subscription
  if (status === 'incomplete') return expire(book, subscription)
  if (cancel_at !== null && cancel_at <= book.now) {
    finalInvoice(book, endSubscription(book, subscription))
    return
  }
  if (pause?.resumes_at && pause.resumes_at <= book.now) {
    changeSubscription(book, subscription, { pause_collection: null })
    return
  }
  if (pending && pending.expires_at <= book.now) return forgetPending(book, subscription)
  renew(book, subscription)
}
