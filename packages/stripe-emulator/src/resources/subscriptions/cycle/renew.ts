import { emit } from '../../../events/emit'
import type { UnitOfWork } from '../../../state/unit-of-work'
import type { Invoice } from '../../invoices/invoice'
import { markUncollectible, voidInvoice } from '../../invoices/lifecycle/end'
import { finalize } from '../../invoices/lifecycle/finalize'
import { withDiscountsSpent } from '../billing/discounts'
import { addPendingItems, addUp, announceDraft, draftFor } from '../billing/draft'
import { placePeriod } from '../billing/lines'
import { methodFor } from '../billing/pay'
import { inPeriod, periodOf, type SubscriptionItem } from '../items/item'
import { everyOf } from '../items/plan'
import { endSubscription } from '../lifecycle/end'
import { changeSubscription, withItems } from '../save'
import type { Subscription } from '../subscription'
import { type Period, periodAt } from './calendar'
import { setReminders } from './reminders'

/** The period of some items is over: they go on to the next one, and a draft asks for it. */
export function renew(unit: UnitOfWork, before: Subscription) {
  const trialIsOver = before.status === 'trialing'
  if (trialIsOver && endsUnpaid(unit, before)) return
  const { renewed, subscription } = nextPeriod(unit, before)
  const draft = addUp(unit, cycleDraft(unit, subscription, renewed, oldPeriod(before, renewed)))
  const held = isHeld(before) ? unit.put('invoice', { ...draft, ...HELD }) : draft
  const after = changeSubscription(unit, before, {
    ...withDiscountsSpent(unit, subscription),
    latest_invoice: draft.id,
    status: trialIsOver ? 'active' : before.status,
  })
  announceDraft(unit, held)
  setReminders(unit, after)
  const behavior = before.pause_collection?.behavior
  if (behavior === 'void' || behavior === 'mark_uncollectible') closeHeldDraft(unit, held, behavior)
}

/** Returns a subscription with the items whose period is over moved on. */
export function nextPeriod(unit: UnitOfWork, before: Subscription) {
  const isOver = (item: SubscriptionItem) => item.current_period_end <= unit.now
  const data = before.items.data.map((item) => (isOver(item) ? movedOn(item, before) : item))
  const renewed = data.filter((item, index) => item !== before.items.data[index])
  return { renewed, subscription: withItems(before, data) }
}

/** Makes the draft for a new period, with its lines; not yet added up. */
export function cycleDraft(
  unit: UnitOfWork,
  subscription: Subscription,
  items: SubscriptionItem[],
  period: Period,
  reason: Invoice['billing_reason'] = 'subscription_cycle',
): Invoice {
  const draft = draftFor(unit, subscription, { reason, period })
  addPendingItems(unit, draft, subscription)
  for (const item of items) {
    const whole = periodAt(subscription.billing_cycle_anchor, everyOf(item.price), item.current_period_start)
    const own = periodOf(item)
    const seconds = { part: own.end - own.start, whole: whole.end - whole.start }
    placePeriod(unit, draft.id, subscription, item, { period: own, seconds })
  }
  return draft
}

export function oldPeriod(before: Subscription, renewed: SubscriptionItem[]): Period {
  const ids = new Set(renewed.map((item) => item.id))
  const [first] = before.items.data.filter((item) => ids.has(item.id))
  const end = renewed[0]?.current_period_start ?? before.created
  return { start: first?.current_period_start ?? end, end }
}

function movedOn(item: SubscriptionItem, { billing_cycle_anchor: anchor }: Subscription): SubscriptionItem {
  const start = item.current_period_end
  return inPeriod(item, { start, end: periodAt(anchor, everyOf(item.price), start).end })
}

/** At the end of a trial without anything to pay with, a subscription may end, or pause, instead of going on. */
function endsUnpaid(unit: UnitOfWork, subscription: Subscription): boolean {
  const behavior = subscription.trial_settings?.end_behavior.missing_payment_method ?? 'create_invoice'
  if (behavior === 'create_invoice' || subscription.collection_method === 'send_invoice') return false
  if (methodFor(unit, subscription)) return false
  if (behavior === 'cancel') endSubscription(unit, subscription)
  else pauseForWant(unit, subscription)
  return true
}

function pauseForWant(unit: UnitOfWork, subscription: Subscription) {
  const reason = { type: 'trial_end_without_payment_method' } as const
  const paused = changeSubscription(unit, subscription, {
    status: 'paused',
    status_details: { paused: { subscription: reason, transitioned_at: unit.now, type: 'subscription' } },
  })
  setReminders(unit, paused)
  emit(unit, 'customer.subscription.paused', paused)
}

const HELD = { auto_advance: false, automatically_finalizes_at: null, next_payment_attempt: null }

/** While collection is paused, or nothing is hoped for any more, invoices are made but not asked for. */
function isHeld({ status, pause_collection: pause }: Subscription): boolean {
  return status === 'unpaid' || pause?.behavior === 'keep_as_draft'
}

function closeHeldDraft(unit: UnitOfWork, draft: Invoice, behavior: 'void' | 'mark_uncollectible') {
  const final = finalize(unit, draft, false)
  if (final.status !== 'open') return
  if (behavior === 'void') voidInvoice(unit, final)
  else markUncollectible(unit, final, 'subscription_paused')
}
