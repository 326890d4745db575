import type { Invoice } from '../invoices/invoice'
import type { Subscription } from './subscription'

type Status = Subscription['status']

/** What a new subscription is once its first invoice stands. Unix seconds. */
export function firstStatus(subscription: Subscription, invoice: Invoice, isUnderWay: boolean): Status {
  if (invoice.status === 'open' && subscription.collection_method === 'charge_automatically' && !isUnderWay) {
    return 'incomplete'
  }
  return isTrialing(subscription, invoice.created) ? 'trialing' : 'active'
}

export function isTrialing({ trial_end }: Pick<Subscription, 'trial_end'>, now: number): boolean {
  return trial_end !== null && trial_end > now
}

/** What a subscription is after something happened to its latest finalized invoice. Unix seconds. */
export function statusAfter(subscription: Subscription, invoice: Invoice, now: number): Status {
  const { status } = subscription
  if (status === 'incomplete') return afterFirst(subscription, invoice, now)
  if (status !== 'active' && status !== 'past_due' && status !== 'unpaid') return status
  if (invoice.status === 'paid' || invoice.status === 'uncollectible') return 'active'
  return status === 'active' && isFailing(invoice, now) ? 'past_due' : status
}

function afterFirst(subscription: Subscription, invoice: Invoice, now: number): Status {
  if (invoice.status === 'void') return 'incomplete_expired'
  if (invoice.status === 'open') return 'incomplete'
  return isTrialing(subscription, now) ? 'trialing' : 'active'
}

/** Asked for in vain: a charge failed, or the day it was due has come. */
export function isFailing({ status, attempted, collection_method, due_date }: Invoice, now: number): boolean {
  if (status !== 'open') return false
  if (collection_method === 'charge_automatically') return attempted
  return due_date !== null && due_date <= now
}
