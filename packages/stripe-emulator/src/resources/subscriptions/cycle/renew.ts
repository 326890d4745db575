import { emit } from '../../../events/emit'
import type { Book } from '../../../state/unit-of-work'
import type { Invoice } from '../../invoices/invoice'
import { markUncollectible, voidInvoice } from '../../invoices/lifecycle/end'
import { finalize } from '../../invoices/lifecycle/finalize'
import { withDiscountsSpent } from '../billing/discounts'
import { addUp, announceDraft, draftFor, sweepPending } from '../billing/draft'
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
export function renew(book: Book, before: Subscription) {
  const trialIsOver = before.status === 'trialing'
  if (trialIsOver && endsUnpaid(book, before)) return
  const { renewed, subscription } = nextPeriod(book, before)
  const draft = addUp(book, cycleDraft(book, subscription, renewed, oldPeriod(before, renewed)))
  const held = isHeld(before) ? book.put('invoice', { ...draft, ...HELD }) : draft
  const after = changeSubscription(book, before, {
    ...withDiscountsSpent(book, subscription),
    latest_invoice: draft.id,
    status: trialIsOver ? 'active' : before.status,
  })
  announceDraft(book, held)
  setReminders(book, after)
  const behavior = before.pause_collection?.behavior
  if (behavior === 'void' || behavior === 'mark_uncollectible') giveUp(book, held, behavior)
}

/** A subscription with the items whose period is over moved on. */
export function nextPeriod(book: Book, before: Subscription) {
  const isOver = (item: SubscriptionItem) => item.current_period_end <= book.now
  const data = before.items.data.map((item) => (isOver(item) ? movedOn(item, before) : item))
  const renewed = data.filter((item, index) => item !== before.items.data[index])
  return { renewed, subscription: withItems(before, data) }
}

/** The draft for a new period, with its lines; not yet added up. */
export function cycleDraft(
  book: Book,
  subscription: Subscription,
  items: SubscriptionItem[],
  period: Period,
  reason: Invoice['billing_reason'] = 'subscription_cycle',
): Invoice {
  const draft = draftFor(book, subscription, { reason, period })
  sweepPending(book, draft, subscription)
  for (const item of items) {
    const whole = periodAt(subscription.billing_cycle_anchor, everyOf(item.price), item.current_period_start)
    const own = periodOf(item)
    const seconds = { part: own.end - own.start, whole: whole.end - whole.start }
    placePeriod(book, draft.id, subscription, item, { period: own, seconds })
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
function endsUnpaid(book: Book, subscription: Subscription): boolean {
  const behavior = subscription.trial_settings?.end_behavior.missing_payment_method ?? 'create_invoice'
  if (behavior === 'create_invoice' || subscription.collection_method === 'send_invoice') return false
  if (methodFor(book, subscription)) return false
  if (behavior === 'cancel') endSubscription(book, subscription)
  else pauseForWant(book, subscription)
  return true
}

function pauseForWant(book: Book, subscription: Subscription) {
  const reason = { type: 'trial_end_without_payment_method' } as const
  const paused = changeSubscription(book, subscription, {
    status: 'paused',
    status_details: { paused: { subscription: reason, transitioned_at: book.now, type: 'subscription' } },
  })
  setReminders(book, paused)
  emit(book, 'customer.subscription.paused', paused)
}

const HELD = { auto_advance: false, automatically_finalizes_at: null, next_payment_attempt: null }

/** While collection is paused, or nothing is hoped for any more, invoices are made but not asked for. */
function isHeld({ status, pause_collection: pause }: Subscription): boolean {
  return status === 'unpaid' || pause?.behavior === 'keep_as_draft'
}

function giveUp(book: Book, draft: Invoice, behavior: 'void' | 'mark_uncollectible') {
  const final = finalize(book, draft, false)
  if (final.status !== 'open') return
  if (behavior === 'void') voidInvoice(book, final)
  else markUncollectible(book, final, 'subscription_paused')
}
