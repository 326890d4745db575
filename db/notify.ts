import 'server-only'
import { sql } from 'drizzle-orm'
import { database } from './connection'
import type { Store, Tx } from './store'
import type { SystemTx } from './system'
import type { WorkspaceTx } from './workspace'

const CHANGES = 'centwise_changes'
const WORK = 'centwise_work'

/** PostgreSQL refuses a payload of 8000 bytes. */
const PAYLOAD_MAX_BYTES = 7_900

/** The queues of work, each a table whose rows say when they are due. */
export const QUEUES = ['operations', 'events', 'sweeps'] as const
export type QueueName = (typeof QUEUES)[number]

export type Topic = 'invoices' | 'clients' | 'workspace'

/** What became stale in a workspace; without `invoiceIds`, any of its invoices may have. */
export type Change = { workspaceId: string; topics: Topic[]; invoiceIds?: string[] }

export type Listener = {
  /** Whose changes are heard. */
  workspaceId?: string
  onChange?(change: Change): void
  onWork?(queue: QueueName): void
  /** The connection was lost and is back: anything may have changed meanwhile. */
  onReconnect?(): void
}

declare global {
  // One listening connection a process, shared by all the copies of this module that a process holds.
  var centwiseHub: Hub | undefined
}

/** Listeners by the workspace whose changes they hear, so that a change asks nobody else. */
type Hub = {
  store: Store
  listeners: Map<string | undefined, Set<Listener>>
  stop: Promise<() => Promise<void>>
}

/** Tells every process, once this transaction commits, what it changed. */
export function announce(tx: WorkspaceTx | SystemTx, change: Change): Promise<void> {
  return notify(tx, CHANGES, payloadOf(change))
}

/** The same as a column of the statement that makes the change. */
export function announcing(change: Change) {
  return sql<string>`pg_notify(${CHANGES}, ${payloadOf(change)})`
}

function payloadOf(change: Change) {
  const whole = JSON.stringify(change)
  const { workspaceId, topics } = change
  return Buffer.byteLength(whole) > PAYLOAD_MAX_BYTES ? JSON.stringify({ workspaceId, topics }) : whole
}

/**
 * A column for the statement that makes rows of a queue due: wakes the workers of that queue in every process once its
 * transaction commits.
 */
export function wakesWorkersOf(queue: QueueName) {
  return sql<string>`pg_notify(${WORK}, ${queue})`
}

/**
 * Hears the changes of the workspace that the listener names, or else every wake-up, whichever process they come from.
 * @returns how to stop
 */
export async function listen(listener: Listener): Promise<() => Promise<void>> {
  const hub = hubOf(await database())
  const { listeners } = hub
  const together = listeners.get(listener.workspaceId) ?? new Set()
  listeners.set(listener.workspaceId, together.add(listener))
  await hub.stop
  return async () => {
    if (!together.delete(listener) || together.size > 0) return
    listeners.delete(listener.workspaceId)
    if (listeners.size > 0) return
    if (globalThis.centwiseHub === hub) globalThis.centwiseHub = undefined
    await (await hub.stop)()
  }
}

function hubOf(store: Store): Hub {
  if (globalThis.centwiseHub?.store === store) return globalThis.centwiseHub
  const listeners: Hub['listeners'] = new Map()
  const everyone = () => [...listeners.values()].flatMap((some) => [...some])
  const stop = store.listen([CHANGES, WORK], {
    onMessage: (channel, payload) => {
      if (channel === CHANGES) return tell(listeners, JSON.parse(payload))
      const queue = QUEUES.find((name) => name === payload)
      if (queue) for (const listener of listeners.get(undefined) ?? []) listener.onWork?.(queue)
    },
    onReconnect: () => {
      for (const listener of everyone()) listener.onReconnect?.()
    },
  })
  globalThis.centwiseHub = { store, listeners, stop }
  return globalThis.centwiseHub
}

function tell(listeners: Hub['listeners'], change: Change) {
  for (const listener of listeners.get(change.workspaceId) ?? []) listener.onChange?.(change)
}

async function notify(tx: Tx, channel: string, payload: string) {
  await tx.execute(sql`select pg_notify(${channel}, ${payload})`)
}
