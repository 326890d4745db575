import type Stripe from 'stripe'
import { newId } from '../../../state/ids'
import type { Wire } from '../../../wire/wire'
import type { Price } from '../../catalog/prices/price'
import type { Period } from '../cycle/calendar'
import { isMetered, planOf } from './plan'

export type SubscriptionItem = Wire<Stripe.SubscriptionItem>

interface Beginnings {
  subscription: string
  price: Price
  /** None of what is metered. */
  quantity?: number | undefined
  period: Period
  now: number
}

export function newItem({ subscription, price, quantity = 1, period, now }: Beginnings): SubscriptionItem {
  return {
    id: newId('si', 14),
    object: 'subscription_item',
    billing_thresholds: null,
    created: now,
    current_period_end: period.end,
    current_period_start: period.start,
    current_trial: null,
    discounts: [],
    metadata: {},
    plan: planOf(price),
    price,
    ...(isMetered(price) ? {} : { quantity }),
    subscription,
    tax_rates: [],
  }
}

export function inPeriod(item: SubscriptionItem, { start, end }: Period): SubscriptionItem {
  return { ...item, current_period_start: start, current_period_end: end }
}

export function periodOf(item: SubscriptionItem): Period {
  return { start: item.current_period_start, end: item.current_period_end }
}
