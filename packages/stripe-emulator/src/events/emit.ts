import { ROOT } from '../state/database'
import { newId } from '../state/ids'
import type { EventObject } from '../state/kinds'
import type { UnitOfWork } from '../state/unit-of-work'
import { endpointsFor } from './endpoints'
import { previousAttributes } from './previous'

export const API_VERSION = '2026-10-28.endive'

/** Records that something happened, with the object as it now is, and queues its deliveries. */
export function emit(unit: UnitOfWork, type: string, object: object, previous?: Record<string, unknown>) {
  const id = newId('evt')
  const endpoints = endpointsFor(unit, type)
  const event: EventObject = {
    id,
    object: 'event',
    ...(isConnected(unit) ? { account: unit.account } : {}),
    api_version: API_VERSION,
    created: unit.now,
    data: { object, ...(previous ? { previous_attributes: previous } : {}) },
    livemode: false,
    pending_webhooks: endpoints.length,
    request: {
      id: unit.context.request?.id ?? null,
      idempotency_key: unit.context.request?.idempotencyKey ?? null,
    },
    type,
  }
  unit.put('event', event)
  for (const { owner, endpoint } of endpoints) {
    unit.put('delivery', {
      id: newId('whd'),
      account: unit.account,
      event: id,
      eventType: type,
      endpoint: `${owner}/${endpoint.id}`,
      url: endpoint.url,
      state: 'pending',
      attempts: 0,
      nextAttemptAt: Date.now(),
      lastStatus: null,
      lastError: null,
      created: unit.now,
    })
  }
}

/** Emits `type` with what differs; silent when nothing does, as a no-op update is. */
export function emitUpdate(unit: UnitOfWork, type: string, before: object, after: object) {
  const previous = previousAttributes(before, after)
  if (previous) emit(unit, type, after, previous)
}

function isConnected(unit: UnitOfWork): boolean {
  return (unit.change.collections(ROOT).account.get(unit.account)?.platform ?? null) !== null
}
