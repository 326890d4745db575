import type { Change } from '../../state/change'
import type { Kinds } from '../../state/kinds'
import { type Attempt, isDelivered } from './attempt'

type Delivery = Kinds['delivery']

/** Writes what an attempt came to. No result means it was dropped on purpose, or has nowhere to go. */
export function recordAttempt(
  change: Change,
  delivery: Delivery,
  result: Attempt | undefined,
  { retryDelaysMs, now }: { retryDelaysMs: readonly number[]; now: number },
): Delivery {
  const after = afterAttempt(delivery, result, retryDelaysMs)
  change.put(delivery.account, 'delivery', after)
  if (after.state === 'delivered') countDown(change, after, now)
  return after
}

function afterAttempt(
  delivery: Delivery,
  result: Attempt | undefined,
  retryDelaysMs: readonly number[],
): Delivery {
  if (!result) return { ...delivery, state: 'dropped' }
  const tried = {
    ...delivery,
    attempts: delivery.attempts + 1,
    lastStatus: result.status,
    lastError: result.error,
  }
  if (isDelivered(result)) return { ...tried, state: 'delivered' }
  const delay = retryDelaysMs[delivery.attempts]
  if (delay === undefined) return { ...tried, state: 'failed' }
  return { ...tried, state: 'pending', nextAttemptAt: Date.now() + delay }
}

function countDown(change: Change, delivery: Delivery, now: number) {
  const collections = change.collections(delivery.account)
  const event = collections.event.get(delivery.event)
  if (!event) return
  const pending = Math.max(0, event.pending_webhooks - 1)
  change.put(delivery.account, 'event', { ...event, pending_webhooks: pending })
  if (event.type !== 'invoice.created' || pending > 0) return
  const invoice = collections.invoice.get(idOf(event.data.object))
  if (!invoice || invoice.webhooks_delivered_at !== null) return
  change.put(delivery.account, 'invoice', { ...invoice, webhooks_delivered_at: now })
}

function idOf(object: unknown): string {
  return typeof object === 'object' && object !== null && 'id' in object ? String(object.id) : ''
}
