import type { UnitOfWork } from '../../../state/unit-of-work'
import type { Invoice } from '../../invoices/invoice'
import { isEnded, type Subscription } from '../subscription'
import { cycleDraft, nextPeriod, oldPeriod } from './renew'

/**
 * Returns the draft that the next renewal will make, with its lines; none when there will be no renewal. Runs on a
 * trial.
 */
export function upcomingDraft(unit: UnitOfWork, subscription: Subscription): Invoice | undefined {
  const end = Math.min(...subscription.items.data.map((item) => item.current_period_end))
  const { cancel_at, status } = subscription
  if (isEnded(subscription) || status === 'paused' || (cancel_at !== null && cancel_at <= end))
    return undefined
  const then = unit.at(end)
  const { renewed, subscription: next } = nextPeriod(then, subscription)
  return cycleDraft(then, next, renewed, oldPeriod(subscription, renewed), 'upcoming')
}
