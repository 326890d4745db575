import { emitUpdate } from '../../../events/emit'
import type { UnitOfWork } from '../../../state/unit-of-work'
import type { Invoice } from '../../invoices/invoice'
import { finalize } from '../../invoices/lifecycle/finalize'
import { addItems, addUp, announceDraft, draftFor } from '../billing/draft'
import { placePeriod } from '../billing/lines'
import { type PaymentOptions, payAtOnce } from '../billing/pay'
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
  payment: PaymentOptions
}

/** Keeps a changed subscription and says so. */
export function keepChange(unit: UnitOfWork, before: Subscription, wanted: Subscription): Subscription {
  const after = keepSubscription(unit, wanted)
  emitUpdate(unit, 'customer.subscription.updated', before, after)
  setReminders(unit, after)
  return after
}

/** Keeps a changed subscription and asks at once for what the change costs. */
export function billChange(
  unit: UnitOfWork,
  before: Subscription,
  wanted: Subscription,
  { isNewPeriod, payment }: Bill,
): Subscription {
  if (!isNewPeriod && pendingOf(unit, before).length === 0) return keepChange(unit, before, wanted)
  const invoice = addUp(unit, changeDraft(unit, wanted, isNewPeriod))
  const isConditional = payment.payment_behavior === 'pending_if_incomplete' && invoice.total > 0
  const kept = isConditional ? onCondition(before, wanted, unit.now) : wanted
  const after = keepChange(unit, before, { ...kept, latest_invoice: invoice.id })
  announceDraft(unit, invoice)
  if (invoice.collection_method === 'send_invoice') return after
  payAtOnce(
    unit,
    after,
    finalize(unit, invoice),
    isConditional ? { off_session: payment.off_session } : payment,
  )
  return unit.need('subscription', after.id, 'id')
}

/** Makes the draft for a change, with its lines; not yet added up. */
export function changeDraft(
  unit: UnitOfWork,
  subscription: Subscription,
  isNewPeriod: boolean,
  reason: Invoice['billing_reason'] = 'subscription_update',
): Invoice {
  const period = { start: unit.now, end: unit.now }
  const draft = draftFor(unit, subscription, { reason, period })
  addItems(unit, draft, pendingOf(unit, subscription))
  const isTrial = isTrialing(subscription, unit.now)
  for (const item of isNewPeriod ? subscription.items.data : []) {
    placePeriod(unit, draft.id, subscription, item, { period: periodOf(item), isTrial })
  }
  return draft
}
