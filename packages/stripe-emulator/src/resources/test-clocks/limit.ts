import type { UnitOfWork } from '../../state/unit-of-work'
import { later, roughSeconds } from '../subscriptions/cycle/calendar'
import { everyOf } from '../subscriptions/items/plan'
import { customersOf, type TestClock } from './clock'

const INTERVALS = 2
const TWO_YEARS = { interval: 'year', count: 2 }

/**
 * Returns how far a clock may go at once: two intervals of its shortest subscription, two years without one. Unix
 * seconds.
 */
export function furthest(unit: UnitOfWork, clock: TestClock): number {
  const intervals = customersOf(unit, clock)
    .flatMap((customer) => unit.collections.subscription.inGroup(customer.id))
    .filter((subscription) => subscription.ended_at === null)
    .flatMap((subscription) => subscription.items.data.map((item) => everyOf(item.price)))
    .sort((a, b) => roughSeconds(a) - roughSeconds(b))
  const [shortest] = intervals
  return shortest ? later(clock.frozen_time, shortest, INTERVALS) : later(clock.frozen_time, TWO_YEARS)
}
