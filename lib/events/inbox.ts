import 'server-only'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { isUnstorable } from '@/db/errors'
import { announce, wakesWorkersOf } from '@/db/notify'
import { stripeEvents } from '@/db/schema/queues'
import { asSystem } from '@/db/system'
import { clock } from '@/lib/clock'
import { grouped } from '@/lib/grouped'
import { logSurprise } from '@/lib/log'
import { claim, putOff } from '@/lib/queue'
import { parseEvent, type StripeEvent } from '@/lib/stripe/events'
import { subjectOf } from './subject'
import { together } from './together'

/** A kept event that somebody is working on. */
export type Kept = { account: string; eventId: string; createdAt: Date; tries: number; event: StripeEvent }

/** An event with what came of it. */
export type Finished = Kept & { stripeInvoiceId: string | null }

const INBOX = {
  table: stripeEvents,
  key: [stripeEvents.account, stripeEvents.eventId],
  waiting: sql`${stripeEvents.state} = 'pending'`,
  leaseSeconds: 60,
}
export const CLAIMED_AT_ONCE = 100
const TRIES_MAX = 8
const BACKOFF_MAX_SECONDS = 60

/** Keeps one event as `acceptEvents` does; events that arrive during an insert are kept by the next one, together. */
export const acceptEvent = together(async (events: StripeEvent[]) => void (await acceptEvents(events)), 100)

/**
 * Keeps events, each once, and wakes the workers for those that are new. They are safe once this resolves; one that
 * PostgreSQL cannot store is set aside, and holds up no other. `account`: on whose list they were read; else each
 * names its own, or none when it is the secret key's.
 */
export async function acceptEvents(events: StripeEvent[], account?: string): Promise<number> {
  if (events.length === 0) return 0
  const rows = events.map((event) => rowOf(event, account ?? event.account ?? 'own'))
  try {
    return await insert(rows)
  } catch (error) {
    if (!isUnstorable(error)) throw error
    let fresh = 0
    for (const row of rows) fresh += await insertOrSetAside(row)
    return fresh
  }
}

type Row = ReturnType<typeof rowOf>

async function insert(rows: (typeof stripeEvents.$inferInsert)[]): Promise<number> {
  const fresh = await asSystem((tx) =>
    tx
      .insert(stripeEvents)
      .values(rows)
      .onConflictDoNothing()
      .returning({ id: stripeEvents.eventId, woken: wakesWorkersOf('events') }),
  )
  return fresh.length
}

/** An event that cannot be stored leaves a dead row that says that there was one. */
async function insertOrSetAside(row: Row): Promise<number> {
  try {
    return await insert([row])
  } catch (error) {
    if (!isUnstorable(error)) throw error
    const [account, eventId, type] = [row.account, row.eventId, row.type].map(storable)
    logSurprise('an event could not be stored', error, { event: eventId ?? '' })
    const trace = { account: account ?? '', eventId: eventId ?? '', type: type ?? '', payload: {} }
    return insert([{ ...trace, createdAt: clock.now(), state: 'dead', error: 'unstorable' }])
  }
}

// What neither text nor jsonb takes: https://www.postgresql.org/docs/15/datatype-json.html
const storable = (text: string) => text.replaceAll(/[\0\ud800-\udfff]/g, '\ufffd')

/** Takes events that are due and that nobody works on, the longest waiting first. */
export async function claimEvents(): Promise<Kept[]> {
  const rows = await asSystem((tx) => claim(tx, INBOX, CLAIMED_AT_ONCE))
  return rows.flatMap(({ payload, ...row }) => {
    const event = parseEvent(payload)
    return event ? [{ ...row, event }] : []
  })
}

/** Marks events of one account as done. `untold`: our invoices whose row did not change, but whose timeline did. */
export async function finishEvents(workspaceId: string, finished: Finished[], untold: string[] = []) {
  if (finished.length === 0) return
  // Of a payment it is known only now which invoice it speaks of.
  const found = grouped(
    finished.filter(({ event }) => subjectOf(event).kind === 'payment'),
    ({ stripeInvoiceId }) => stripeInvoiceId,
  )
  await asSystem(async (tx) => {
    const done = { state: 'done', doneAt: sql`now()`, workspaceId, error: null, leaseUntil: null } as const
    await tx.update(stripeEvents).set(done).where(these(finished))
    for (const [stripeInvoiceId, events] of found)
      await tx.update(stripeEvents).set({ stripeInvoiceId }).where(these(events))
    if (untold.length > 0) await announce(tx, { workspaceId, topics: ['invoices'], invoiceIds: untold })
  })
}

/**
 * Puts events back for later, each time for longer. What fails by its own fault is dead after eight tries: kept, and
 * out of the way of the others.
 */
export async function postponeEvents(events: Kept[], error: string, isOwnFault: boolean) {
  await asSystem(async (tx) => {
    for (const event of events) {
      const later = putOff(event, BACKOFF_MAX_SECONDS)
      const state = isOwnFault && later.tries >= TRIES_MAX ? 'dead' : 'pending'
      await tx
        .update(stripeEvents)
        .set({ ...later, error, state })
        .where(these([event]))
    }
  })
}

function rowOf(event: StripeEvent, account: string) {
  const subject = subjectOf(event)
  return {
    account,
    eventId: event.id,
    type: event.type,
    stripeInvoiceId: subject.kind === 'invoice' ? subject.id : null,
    payload: event,
    createdAt: new Date(event.created * 1000),
  }
}

// Events of one call are of one account.
function these(events: Kept[]) {
  const ids = events.map(({ eventId }) => eventId)
  return and(eq(stripeEvents.account, events[0]?.account ?? ''), inArray(stripeEvents.eventId, ids))
}
