import type { Invoice } from '../invoices/invoice'
import type { Subscription } from './subscription'

type Status = Subscription['status']

/** Returns what a new subscription is once its first invoice stands. */
export function firstStatus(
  subscription: Subscription,
  { collection_method, status }: Invoice,
  isUnderWay: boolean,
  now: number,
): Status {
  if (status === 'void') return 'incomplete_expired'
  if (status === 'open' && collection_method === 'charge_automatically' && !isUnderWay) return 'incomplete'
  return isTrialing(subscription, now) ? 'trialing' : 'active'
}

export function isTrialing({ trial_end }: Pick<Subscription, 'trial_end'>, now: number): boolean {
  return trial_end !== null && trial_end > now
}

interface Standing {
  /** The latest invoice that was finalized. */
  latest: Invoice | undefined
  /** Its money is on its way. */
  isUnderWay: boolean
  /** Asked for in vain. */
  failing: Invoice[]
}

/** Returns what a subscription is as its invoices stand. The latest one settled makes good for older ones. */
export function statusAfter(subscription: Subscription, standing: Standing, now: number): Status {
  const { latest, failing, isUnderWay } = standing
  const { status } = subscription
  if (status === 'incomplete') return latest ? firstStatus(subscription, latest, isUnderWay, now) : status
  if (status !== 'active' && status !== 'past_due' && status !== 'unpaid') return status
  const isSettled = latest?.status === 'paid' || latest?.status === 'uncollectible'
  if (isSettled || failing.length === 0) return 'active'
  return status === 'unpaid' ? 'unpaid' : 'past_due'
}

/** Returns whether an invoice was asked for in vain: a charge failed, or the day it was due has come. Unix seconds. */
export function isFailing({ status, attempted, collection_method, due_date }: Invoice, now: number): boolean {
  if (status !== 'open') return false
  if (collection_method === 'charge_automatically') return attempted
  return due_date !== null && due_date <= now
}
