import { emit } from '../../../events/emit'
import type { UnitOfWork } from '../../../state/unit-of-work'
import { changeSubscription } from '../save'
import type { Subscription } from '../subscription'

const WAITS_SECONDS = 23 * 3600

/** Returns the subscription as it was, with what is asked of it on condition that its invoice is paid. */
export function onCondition(before: Subscription, wanted: Subscription, now: number): Subscription {
  return {
    ...before,
    pending_update: {
      billing_cycle_anchor:
        wanted.billing_cycle_anchor === before.billing_cycle_anchor ? null : wanted.billing_cycle_anchor,
      cancel_at_period_end: null,
      discount: null,
      discounts: null,
      expires_at: now + WAITS_SECONDS,
      metadata: null,
      subscription_items: wanted.items.data,
      trial_end: wanted.trial_end === before.trial_end ? null : wanted.trial_end,
      trial_from_plan: null,
    },
  }
}

/** The condition is met. */
export function applyPending(unit: UnitOfWork, subscription: Subscription) {
  const { pending_update: pending } = subscription
  if (!pending) return
  const after = changeSubscription(unit, subscription, {
    billing_cycle_anchor: pending.billing_cycle_anchor ?? subscription.billing_cycle_anchor,
    items: { ...subscription.items, data: pending.subscription_items ?? subscription.items.data },
    pending_update: null,
    trial_end: pending.trial_end ?? subscription.trial_end,
  })
  emit(unit, 'customer.subscription.pending_update_applied', after)
}
