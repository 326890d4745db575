import type { UnitOfWork } from '../../../state/unit-of-work'
import { SUBSCRIPTION_TEXTS } from '../../../unconfirmed'
import { refuse } from '../../../wire/refusal'
import { later } from '../cycle/calendar'
import { inPeriod, type SubscriptionItem } from '../items/item'
import { everyOf } from '../items/plan'
import type { UpdateRequest } from '../params'
import { withItems } from '../save'
import { isTrialing } from '../status'
import type { Subscription } from '../subscription'
import { billChange, keepChange } from './invoice'
import type { ChangedItems, ItemChange } from './items'
import { creditUnused, debitRemaining } from './proration'

export interface Change extends ChangedItems {
  /** Begins the cycle anew, now. */
  isRestart: boolean
  /** Begins a trial, now. Unix seconds. */
  trialEnd: number | null
}

export type ChangeRequest = Partial<
  Pick<UpdateRequest, 'off_session' | 'payment_behavior' | 'proration_behavior' | 'proration_date'>
>

/** What a change asks for at once: nothing, what was prorated, or a whole period that begins now. */
export type AtOnce = 'nothing' | 'prorations' | 'period'

/** Makes a change of items or of the cycle, with what it gives back and asks for. */
export function applyChange(
  unit: UnitOfWork,
  before: Subscription,
  change: Change,
  request: ChangeRequest,
): Subscription {
  const { wanted, atOnce } = planChange(unit, before, change, request)
  if (atOnce === 'nothing') return keepChange(unit, before, wanted)
  return billChange(unit, before, wanted, { isNewPeriod: atOnce === 'period', payment: request })
}

/** Returns what a subscription is to be like, once what is given back and owed is noted to be billed. */
export function planChange(
  unit: UnitOfWork,
  before: Subscription,
  { subscription, changes, isRestart, trialEnd }: Change,
  { proration_behavior = 'create_prorations', proration_date }: ChangeRequest,
): { wanted: Subscription; atOnce: AtOnce } {
  const moment = proration_date ?? unit.now
  if (proration_date !== undefined) requireInPeriod(before, proration_date)
  const isInTrial = isTrialing(before, unit.now)
  const isProrated = proration_behavior !== 'none' && !isInTrial
  if (trialEnd !== null && isInTrial) {
    return { wanted: inTrial(subscription, before.trial_start ?? unit.now, trialEnd), atOnce: 'nothing' }
  }
  if (isRestart || trialEnd !== null || changes.some(startsAnew)) {
    if (isProrated) for (const item of before.items.data) creditUnused(unit, before, item, moment)
    const wanted =
      trialEnd === null ? restarted(subscription, unit.now) : inTrial(subscription, unit.now, trialEnd)
    return { wanted, atOnce: 'period' }
  }
  if (isProrated) {
    for (const change of changes) if (change.before) creditUnused(unit, before, change.before, moment)
    for (const change of changes) if (change.after) debitRemaining(unit, subscription, change.after, moment)
  }
  return { wanted: subscription, atOnce: proration_behavior === 'always_invoice' ? 'prorations' : 'nothing' }
}

/** Another interval, or a first price after a free one, is billed from now on. */
function startsAnew({ before, after }: ItemChange): boolean {
  if (!before || !after) return false
  const [old, now] = [everyOf(before.price), everyOf(after.price)]
  const isFree = ({ price }: SubscriptionItem) => Number(price.unit_amount_decimal ?? 0) === 0
  return old.interval !== now.interval || old.count !== now.count || (isFree(before) && !isFree(after))
}

function restarted(subscription: Subscription, now: number): Subscription {
  const items = subscription.items.data.map((item) =>
    inPeriod(item, { start: now, end: later(now, everyOf(item.price)) }),
  )
  const isOver = isTrialing(subscription, now)
  return {
    ...withItems(subscription, items),
    billing_cycle_anchor: now,
    status: isOver ? 'active' : subscription.status,
    ...(isOver ? { trial_end: now } : {}),
  }
}

function inTrial(subscription: Subscription, start: number, end: number): Subscription {
  const items = subscription.items.data.map((item) => inPeriod(item, { start, end }))
  return {
    ...withItems(subscription, items),
    billing_cycle_anchor: end,
    status: 'trialing',
    trial_end: end,
    trial_start: start,
  }
}

/** Prorations are reckoned from a moment of the period that runs. */
function requireInPeriod({ items }: Subscription, moment: number) {
  const start = Math.min(...items.data.map((item) => item.current_period_start))
  const end = Math.max(...items.data.map((item) => item.current_period_end))
  if (moment >= start && moment <= end) return
  throw refuse(SUBSCRIPTION_TEXTS.prorationDate, { param: 'proration_date' })
}
