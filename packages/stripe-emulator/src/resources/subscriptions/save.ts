import { emitUpdate } from '../../events/emit'
import type { UnitOfWork } from '../../state/unit-of-work'
import type { SubscriptionItem } from './items/item'
import type { Subscription } from './subscription'

/** Keeps a subscription, and each of its items under its own id. */
export function keepSubscription(unit: UnitOfWork, subscription: Subscription): Subscription {
  const kept = new Set(subscription.items.data.map((item) => item.id))
  for (const item of unit.collections.subscription_item.inGroup(subscription.id)) {
    if (!kept.has(item.id)) unit.remove('subscription_item', item.id)
  }
  for (const item of subscription.items.data) {
    if (unit.get('subscription_item', item.id) !== item) unit.put('subscription_item', item)
  }
  return unit.put('subscription', subscription)
}

/** Changes a subscription and says so. */
export function changeSubscription(
  unit: UnitOfWork,
  before: Subscription,
  changes: Partial<Subscription>,
): Subscription {
  const after = keepSubscription(unit, { ...before, ...changes })
  emitUpdate(unit, 'customer.subscription.updated', before, after)
  return after
}

export function withItems(subscription: Subscription, data: SubscriptionItem[]): Subscription {
  return { ...subscription, items: { ...subscription.items, data } }
}
