import type Stripe from 'stripe'
import type { Wire } from '../../../wire/wire'
import type { Price } from '../../catalog/prices/price'
import type { Every } from '../cycle/calendar'

/** Returns a recurring price under its older name. */
export function planOf(price: Price): Wire<Stripe.Plan> {
  const { interval, count } = everyOf(price)
  return {
    id: price.id,
    object: 'plan',
    active: price.active,
    amount: price.unit_amount,
    amount_decimal: price.unit_amount_decimal,
    billing_scheme: price.billing_scheme,
    created: price.created,
    currency: price.currency,
    interval,
    interval_count: count,
    livemode: false,
    metadata: price.metadata,
    meter: price.recurring?.meter ?? null,
    nickname: price.nickname,
    product: price.product,
    tiers_mode: price.tiers_mode,
    transform_usage: null,
    trial_period_days: price.recurring?.trial_period_days ?? null,
    usage_type: price.recurring?.usage_type ?? 'licensed',
  }
}

export function everyOf(price: Price) {
  const { interval, interval_count: count } = price.recurring ?? { interval: 'month', interval_count: 1 }
  return { interval, count } satisfies Every
}

export function isMetered({ recurring }: Price): boolean {
  return recurring?.usage_type === 'metered'
}
