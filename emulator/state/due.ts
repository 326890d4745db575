import type { Kinds } from './kinds'

/** When a draft finalizes, or an open invoice is charged again, by itself; unix seconds. */
export function invoiceDue(invoice: Kinds['invoice']): number | null {
  if (invoice.status === 'draft') return invoice.auto_advance ? invoice.automatically_finalizes_at : null
  return invoice.status === 'open' ? invoice.next_payment_attempt : null
}

/** When the next thing happens to a subscription: a period, a trial or the whole of it ends. */
export function subscriptionDue(subscription: Kinds['subscription']): number | null {
  if (subscription.ended_at !== null) return null
  const ends = subscription.items.data.map((item) => item.current_period_end)
  const times = [...ends, subscription.trial_end, subscription.cancel_at].filter((time) => time !== null)
  return times.length > 0 ? Math.min(...times) : null
}
