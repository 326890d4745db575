import { emitUpdate } from '../../events/emit'
import type { Book } from '../../state/unit-of-work'
import type { SubscriptionItem } from './items/item'
import type { Subscription } from './subscription'

/** Keeps a subscription, and each of its items under its own id. */
export function keepSubscription(book: Book, subscription: Subscription): Subscription {
  const kept = new Set(subscription.items.data.map((item) => item.id))
  for (const item of book.shelves.subscription_item.inGroup(subscription.id)) {
    if (!kept.has(item.id)) book.remove('subscription_item', item.id)
  }
  for (const item of subscription.items.data) {
    if (book.get('subscription_item', item.id) !== item) book.put('subscription_item', item)
  }
  return book.put('subscription', subscription)
}

/** Changes a subscription and says so. */
export function changeSubscription(
  book: Book,
  before: Subscription,
  changes: Partial<Subscription>,
): Subscription {
  const after = keepSubscription(book, { ...before, ...changes })
  emitUpdate(book, 'customer.subscription.updated', before, after)
  return after
}

export function withItems(subscription: Subscription, data: SubscriptionItem[]): Subscription {
  return { ...subscription, items: { ...subscription.items, data } }
}
