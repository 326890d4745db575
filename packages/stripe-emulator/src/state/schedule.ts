import { CLOCKS_WAIT_FOR_WEBHOOKS } from '../unconfirmed'
import type { Kinds } from './kinds'

const HOUR_SECONDS = 3600
const DAY_SECONDS = 24 * HOUR_SECONDS
const USUAL_WAIT_SECONDS = HOUR_SECONDS + 1
const WEBHOOK_PATIENCE_SECONDS = 3 * DAY_SECONDS
const FIRST_PAYMENT_SECONDS = 23 * HOUR_SECONDS

/** Returns when a draft finalizes, or an open invoice is charged again, by itself; unix seconds. */
export function invoiceDue(invoice: Kinds['invoice']): number | null {
  if (invoice.status === 'draft') return invoice.auto_advance ? finalizesAt(invoice) : null
  return invoice.status === 'open' ? invoice.next_payment_attempt : null
}

/** An hour after `invoice.created` was heard; unheard, three days after the creation. A time of one's own stands. */
function finalizesAt(invoice: Kinds['invoice']): number | null {
  const { automatically_finalizes_at: at, created, test_clock, webhooks_delivered_at: heard } = invoice
  if (at !== created + USUAL_WAIT_SECONDS) return at
  if (test_clock !== null && !CLOCKS_WAIT_FOR_WEBHOOKS) return at
  return Math.max(at, heard === null ? created + WEBHOOK_PATIENCE_SECONDS : heard + HOUR_SECONDS)
}

/**
 * Returns when the next thing happens to a subscription: a period, a pause, a pending change or the whole of it ends.
 * Unix seconds.
 */
export function subscriptionDue(subscription: Kinds['subscription']): number | null {
  const { cancel_at, created, ended_at, items, pause_collection, pending_update, status } = subscription
  if (ended_at !== null) return null
  if (status === 'incomplete') return created + FIRST_PAYMENT_SECONDS
  const periods = status === 'paused' ? [] : items.data.map((item) => item.current_period_end)
  const others = [cancel_at, pause_collection?.resumes_at ?? null, pending_update?.expires_at ?? null]
  const times = [...periods, ...others].filter((time) => time !== null)
  return times.length > 0 ? Math.min(...times) : null
}
