import { emit } from '../../../events/emit'
import type { TimedWork } from '../../../state/kinds'
import type { UnitOfWork } from '../../../state/unit-of-work'
import { UPCOMING_INVOICE_DAYS } from '../../../unconfirmed'
import { isTrialing } from '../status'
import type { Subscription } from '../subscription'

const DAY_SECONDS = 86_400
const TRIAL_NOTICE_SECONDS = 3 * DAY_SECONDS
const RENEWS: ReadonlySet<string> = new Set(['active', 'past_due', 'trialing'])

/** Notes when to tell of what is to come: the end of a trial, and the next invoice. */
export function setReminders(unit: UnitOfWork, subscription: Subscription) {
  remind(unit, subscription, 'trial_will_end', trialNotice(unit, subscription))
  remind(unit, subscription, 'invoice_upcoming', upcomingNotice(unit, subscription))
}

/** A trial that is given so late that there is no time left to tell of its end is told of at once. */
export function announceShortTrial(unit: UnitOfWork, subscription: Subscription) {
  const { trial_end } = subscription
  if (!isTrialing(subscription, unit.now) || trial_end === null) return
  if (trial_end - TRIAL_NOTICE_SECONDS <= unit.now) {
    emit(unit, 'customer.subscription.trial_will_end', subscription)
  }
}

function trialNotice(unit: UnitOfWork, { status, trial_end }: Subscription): number | null {
  if (status !== 'trialing' || trial_end === null) return null
  const at = trial_end - TRIAL_NOTICE_SECONDS
  return at > unit.now ? at : null
}

/** Only what is charged by itself is told of beforehand. */
function upcomingNotice(unit: UnitOfWork, subscription: Subscription): number | null {
  const { cancel_at, collection_method, items, status } = subscription
  if (collection_method !== 'charge_automatically' || !RENEWS.has(status)) return null
  const end = Math.min(...items.data.map((item) => item.current_period_end))
  const at = end - UPCOMING_INVOICE_DAYS * DAY_SECONDS
  return at > unit.now && (cancel_at === null || cancel_at > end) ? at : null
}

function remind(unit: UnitOfWork, { id: object }: Subscription, what: TimedWork, at: number | null) {
  const id = `${object}/${what}`
  if (at === null) unit.remove('timer', id)
  else unit.put('timer', { id, at, object, what })
}
