import { emit } from '../../../events/emit'
import type { Book } from '../../../state/unit-of-work'
import { INCOMPLETE_CANCELS_TO } from '../../../unconfirmed'
import { changeInvoice } from '../../invoices/edit'
import type { Invoice } from '../../invoices/invoice'
import { voidInvoice } from '../../invoices/lifecycle/end'
import { setReminders } from '../cycle/reminders'
import { changeSubscription, keepSubscription } from '../save'
import type { Subscription } from '../subscription'

type Details = NonNullable<Subscription['cancellation_details']>

/** Ends a subscription for good. What it asked already stays, but is no longer collected by itself. */
export function endSubscription(
  book: Book,
  before: Subscription,
  details: Partial<Details> = {},
): Subscription {
  const { cancellation_details: old, status } = before
  const after = keepSubscription(book, {
    ...before,
    canceled_at: before.canceled_at ?? book.now,
    cancellation_details: { ...NO_DETAILS, ...old, ...details },
    ended_at: book.now,
    pause_collection: null,
    status: status === 'incomplete' ? INCOMPLETE_CANCELS_TO : 'canceled',
    status_details: undefined,
  })
  setReminders(book, after)
  for (const invoice of invoicesOf(book, after)) {
    if (status === 'incomplete' && invoice.status === 'open') voidInvoice(book, invoice)
    else stopCollecting(book, invoice)
  }
  emit(book, 'customer.subscription.deleted', after)
  return after
}

/** The first invoice was not paid in time: the subscription never starts. */
export function expire(book: Book, before: Subscription) {
  const after = changeSubscription(book, before, { status: 'incomplete_expired', ended_at: book.now })
  setReminders(book, after)
  for (const invoice of invoicesOf(book, after)) {
    if (invoice.status === 'open') voidInvoice(book, invoice)
  }
}

const NO_DETAILS: Details = { comment: null, feedback: null, feedback_option: null, reason: null }

export function invoicesOf(book: Book, { id, customer }: Subscription): Invoice[] {
  return book.shelves.invoice
    .inGroup(customer)
    .filter(({ parent }) => parent?.subscription_details?.subscription === id)
}

function stopCollecting(book: Book, invoice: Invoice) {
  if (!invoice.auto_advance) return
  changeInvoice(book, invoice, {
    auto_advance: false,
    automatically_finalizes_at: null,
    next_payment_attempt: null,
  })
}
