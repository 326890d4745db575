import type { UnitOfWork } from '../../../state/unit-of-work'
import { finalInvoice } from '../billing/final-invoice'
import { forgetPending } from '../change/forget-pending'
import { renew } from '../cycle/renew'
import { changeSubscription } from '../save'
import type { Subscription } from '../subscription'
import { endSubscription, expire } from './end'

/** Does what has become due of a subscription, one thing at a time. */
export function runSubscription(unit: UnitOfWork, subscription: Subscription) {
  const { cancel_at, pause_collection: pause, pending_update: pending, status } = subscription
  if (status === 'incomplete') return expire(unit, subscription)
  if (cancel_at !== null && cancel_at <= unit.now) {
    finalInvoice(unit, endSubscription(unit, subscription))
    return
  }
  if (pause?.resumes_at && pause.resumes_at <= unit.now) {
    changeSubscription(unit, subscription, { pause_collection: null })
    return
  }
  if (pending && pending.expires_at <= unit.now) return forgetPending(unit, subscription)
  renew(unit, subscription)
}
