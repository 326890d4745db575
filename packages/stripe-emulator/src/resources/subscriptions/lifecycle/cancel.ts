import { emit } from '../../../events/emit'
import type { Book } from '../../../state/unit-of-work'
import { operation } from '../../../transport/operation'
import { bool } from '../../../transport/params/leaves'
import { missing } from '../../../wire/refusal'
import { finalInvoice } from '../billing/final-invoice'
import { creditUnused, pendingOf } from '../change/proration'
import { withDetails } from '../change/update'
import { cancellationDetails } from '../params'
import { isTrialing } from '../status'
import { isEnded, type Subscription } from '../subscription'
import { endSubscription } from './end'

const params = { cancellation_details: cancellationDetails, invoice_now: bool(), prorate: bool() }

export const cancelSubscription = operation(
  'DELETE',
  '/v1/subscriptions/:id',
  params,
  ({ book, params, path }) => {
    const before = book.target('subscription', path)
    if (isEnded(before)) throw missing('subscription', path.id, path.param, 404)
    if (params.prorate && !isTrialing(before, book.now)) {
      for (const item of before.items.data) creditUnused(book, before, item, book.now)
    }
    if (!params.prorate && !params.invoice_now) forgetWaiting(book, before)
    const ended = endSubscription(book, { ...withDetails(before, params), canceled_at: book.now }, REQUESTED)
    if (params.invoice_now) finalInvoice(book, ended)
    return book.need('subscription', ended.id, 'id')
  },
)

/** A deleted customer pays for nothing any more. */
export function cancelSubscriptionsOf(book: Book, customer: string) {
  for (const subscription of book.shelves.subscription.inGroup(customer)) {
    if (isEnded(subscription)) continue
    forgetWaiting(book, subscription)
    endSubscription(book, { ...subscription, canceled_at: book.now }, REQUESTED)
  }
}

const REQUESTED = { reason: 'cancellation_requested' } as const

function forgetWaiting(book: Book, subscription: Subscription) {
  for (const item of pendingOf(book, subscription)) {
    if (!item.proration) continue
    book.remove('invoiceitem', item.id)
    emit(book, 'invoiceitem.deleted', item)
  }
}
