import type { UnitOfWork } from '../../../state/unit-of-work'
import { missingParam, refuse } from '../../../wire/refusal'
import { periodAt } from '../cycle/calendar'
import { newItem, periodOf, type SubscriptionItem } from '../items/item'
import { everyOf, planOf } from '../items/plan'
import { recurringPrice, refuseMixed, refuseSamePrice } from '../items/prices'
import { withItemTerms } from '../items/terms'
import type { ItemRequest, UpdateRequest } from '../params'
import { withItems } from '../save'
import { isTrialing } from '../status'
import type { Subscription } from '../subscription'

/** An item before and after; one side is missing when it was added or taken away. */
export interface ItemChange {
  before?: SubscriptionItem
  after?: SubscriptionItem
}

export interface ChangedItems {
  subscription: Subscription
  /** Those whose price or quantity changed. */
  changes: ItemChange[]
}

const NONE_LEFT =
  'A subscription must have at least one active plan. To cancel a subscription, please use the cancel API endpoint on /v1/subscriptions.'

/** Adds, changes and takes away items as a request says. */
export function changeItems(
  unit: UnitOfWork,
  subscription: Subscription,
  given: NonNullable<UpdateRequest['items']>,
): ChangedItems {
  const changes = given.map((each, index): ItemChange => {
    const at = `items[${index}]`
    if (each.id === undefined) return { after: addedItem(unit, subscription, each, at) }
    const before = itemOf(unit, subscription, each.id, `${at}[id]`)
    return each.deleted ? { before } : { before, after: changedItem(unit, subscription, before, each, at) }
  })
  return settle(subscription, changes)
}

/** Puts changed items in the place of the old ones. */
export function settle(subscription: Subscription, changes: ItemChange[]): ChangedItems {
  const kept = subscription.items.data.flatMap((item) => {
    const change = changes.find((each) => each.before?.id === item.id)
    return change ? (change.after ?? []) : item
  })
  const added = changes.flatMap(({ before, after }) => (!before && after ? after : []))
  const data = [...kept, ...added]
  if (data.length === 0) throw refuse(NONE_LEFT)
  const prices = data.map((item) => item.price)
  if (prices.some((price) => price.currency !== subscription.currency)) refuseMixed(prices, 'classic')
  refuseMixed(prices, subscription.billing_mode.type)
  refuseSamePrice(prices)
  const isPriced = ({ before, after }: ItemChange) =>
    before?.price.id !== after?.price.id || before?.quantity !== after?.quantity
  return { subscription: withItems(subscription, data), changes: changes.filter(isPriced) }
}

/** An item that joins runs along with the cycle. */
export function addedItem(
  unit: UnitOfWork,
  subscription: Subscription,
  given: ItemRequest,
  at: string,
): SubscriptionItem {
  const price = recurringPrice(unit, given, at)
  if (!price) throw missingParam(at === '' ? 'price' : `${at}[price]`)
  const { billing_cycle_anchor: anchor, trial_end: trialEnd, id } = subscription
  const whole = periodAt(anchor, everyOf(price), unit.now)
  const period =
    trialEnd !== null && isTrialing(subscription, unit.now)
      ? { ...whole, start: unit.now, end: trialEnd }
      : whole
  const item = newItem({ subscription: id, price, quantity: given.quantity, period, now: unit.now })
  return withItemTerms(unit, subscription, item, given, at)
}

/** A new price is for one, unless a quantity is given. */
export function changedItem(
  unit: UnitOfWork,
  subscription: Subscription,
  before: SubscriptionItem,
  given: ItemRequest,
  at: string,
): SubscriptionItem {
  const price = recurringPrice(unit, given, at) ?? before.price
  const isSame = price.id === before.price.id
  const quantity = given.quantity ?? (isSame ? before.quantity : 1)
  const period = periodOf(before)
  const item: SubscriptionItem = {
    ...before,
    current_period_end: period.end,
    plan: isSame ? before.plan : planOf(price),
    price,
    ...(quantity === undefined ? {} : { quantity }),
  }
  return withItemTerms(unit, subscription, item, given, at)
}

function itemOf(unit: UnitOfWork, subscription: Subscription, id: string, param: string): SubscriptionItem {
  const item = subscription.items.data.find((each) => each.id === id)
  return item ?? unit.need('subscription_item', '', param)
}
