import { ROOT } from '../state/database'
import { newId } from '../state/ids'
import type { EventObject } from '../state/kinds'
import type { Book } from '../state/unit-of-work'
import { endpointsFor } from './endpoints'
import { previousAttributes } from './previous'

export const API_VERSION = '2026-10-28.endive'

/** Records that something happened, with the object as it now is, and queues its deliveries. */
export function emit(book: Book, type: string, object: object, previous?: Record<string, unknown>) {
  const id = newId('evt')
  const endpoints = endpointsFor(book, type)
  const event: EventObject = {
    id,
    object: 'event',
    ...(isConnected(book) ? { account: book.account } : {}),
    api_version: API_VERSION,
    created: book.now,
    data: { object, ...(previous ? { previous_attributes: previous } : {}) },
    livemode: false,
    pending_webhooks: endpoints.length,
    request: {
      id: book.occasion.request?.id ?? null,
      idempotency_key: book.occasion.request?.idempotencyKey ?? null,
    },
    type,
  }
  book.put('event', event)
  for (const { owner, endpoint } of endpoints) {
    book.put('delivery', {
      id: newId('whd'),
      account: book.account,
      event: id,
      eventType: type,
      endpoint: `${owner}/${endpoint.id}`,
      url: endpoint.url,
      state: 'pending',
      attempts: 0,
      nextAttemptAt: Date.now(),
      lastStatus: null,
      lastError: null,
      created: book.now,
    })
  }
}

/** Emits `type` with what differs; silent when nothing does, as a no-op update is. */
export function emitUpdate(book: Book, type: string, before: object, after: object) {
  const previous = previousAttributes(before, after)
  if (previous) emit(book, type, after, previous)
}

function isConnected(book: Book): boolean {
  return (book.change.shelves(ROOT).account.get(book.account)?.platform ?? null) !== null
}
