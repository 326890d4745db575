import { emit } from '../../../events/emit'
import type { UnitOfWork } from '../../../state/unit-of-work'
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
  unit: UnitOfWork,
  before: Subscription,
  details: Partial<Details> = {},
): Subscription {
  const { cancellation_details: old, status } = before
  const after = keepSubscription(unit, {
    ...before,
    canceled_at: before.canceled_at ?? unit.now,
    cancellation_details: { ...NO_DETAILS, ...old, ...details },
    ended_at: unit.now,
    pause_collection: null,
    status: status === 'incomplete' ? INCOMPLETE_CANCELS_TO : 'canceled',
    status_details: undefined,
  })
  setReminders(unit, after)
  for (const invoice of invoicesOf(unit, after)) {
    if (status === 'incomplete' && invoice.status === 'open') voidInvoice(unit, invoice)
    else stopCollecting(unit, invoice)
  }
  emit(unit, 'customer.subscription.deleted', after)
  return after
}

/** The first invoice was not paid in time: the subscription never starts. */
export function expire(unit: UnitOfWork, before: Subscription) {
  const after = changeSubscription(unit, before, { status: 'incomplete_expired', ended_at: unit.now })
  setReminders(unit, after)
  for (const invoice of invoicesOf(unit, after)) {
    if (invoice.status === 'open') voidInvoice(unit, invoice)
  }
}

const NO_DETAILS: Details = { comment: null, feedback: null, feedback_option: null, reason: null }

export function invoicesOf(unit: UnitOfWork, { id, customer }: Subscription): Invoice[] {
  return unit.collections.invoice
    .inGroup(customer)
    .filter(({ parent }) => parent?.subscription_details?.subscription === id)
}

function stopCollecting(unit: UnitOfWork, invoice: Invoice) {
  if (!invoice.auto_advance) return
  changeInvoice(unit, invoice, {
    auto_advance: false,
    automatically_finalizes_at: null,
    next_payment_attempt: null,
  })
}
