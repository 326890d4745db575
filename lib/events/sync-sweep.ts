import 'server-only'
import { and, eq, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { invoices } from '@/db/schema/invoices'
import { sweeps } from '@/db/schema/queues'
import { asSystem } from '@/db/system'
import { forWorkspace } from '@/db/workspace'
import { syncInvoice } from '@/lib/invoices/mirror/sync'
import { logSurprise } from '@/lib/log'
import { claim, dueIn, leased } from '@/lib/queue'
import { HEARD_TYPES } from '@/lib/stripe/event-types'
import { parseEvent } from '@/lib/stripe/events'
import { stripeFor } from '@/lib/stripe/stripe-for'
import { type Books, booksOfAccount } from '@/lib/workspaces/queries-books'
import { acceptEvents } from './inbox'

const EVERY_SECONDS = 180
/** An event may enter Stripe's list later than its time says. */
const OVERLAP_SECONDS = 600
const EVENTS_AT_ONCE = 200
const REREAD_AT_ONCE = 50
/** Renewed between the calls. */
const SWEEPS = { table: sweeps, key: [sweeps.account], leaseSeconds: 60 }

type Sweep = typeof sweeps.$inferSelect

/** Makes every account due at once: when a process starts, it may have missed something. */
export async function sweepSoon() {
  await asSystem((tx) => tx.update(sweeps).set({ nextTryAt: sql`now()` }))
}

/**
 * Reads one account's events since the last time into the inbox, and a few of its invoices that nobody read for a
 * day. With it a lost webhook heals, and a machine that Stripe cannot reach works too. False when none is due.
 */
export async function sweepDue(): Promise<boolean> {
  const sweep = await claimSweep()
  if (!sweep) return false
  try {
    const books = await booksOfAccount(sweep.account)
    const eventsUntil = books ? await readEvents(books, sweep.eventsUntil) : sweep.eventsUntil
    if (books) await rereadInvoices(books)
    await release(sweep, { eventsUntil })
  } catch (error) {
    logSurprise('a sweep failed', error, { account: sweep.account })
    await release(sweep, {})
  }
  return true
}

async function claimSweep(): Promise<Sweep | undefined> {
  const [row] = await asSystem((tx) => claim(tx, SWEEPS, 1))
  return row
}

async function renewLease({ stripeAccount }: Books) {
  await asSystem((tx) => tx.update(sweeps).set(leased(SWEEPS)).where(eq(sweeps.account, stripeAccount)))
}

async function release({ account }: Sweep, changes: { eventsUntil?: Date | null }) {
  await asSystem((tx) =>
    tx
      .update(sweeps)
      .set({ ...changes, ...dueIn(EVERY_SECONDS) })
      .where(eq(sweeps.account, account)),
  )
}

/** @returns when the newest event was made, by Stripe's clock */
async function readEvents(books: Books, until: Date | null): Promise<Date> {
  const from = until ?? books.createdAt
  const gte = Math.floor(from.getTime() / 1000) - OVERLAP_SECONDS
  let newest = from.getTime()
  let batch = []
  for await (const each of stripeFor(books).listEvents({ types: [...HEARD_TYPES], created: { gte } })) {
    const event = parseEvent(each)
    if (!event) continue
    newest = Math.max(newest, event.created * 1000)
    batch.push(event)
    if (batch.length < EVENTS_AT_ONCE) continue
    await acceptEvents(batch, books.stripeAccount)
    await renewLease(books)
    batch = []
  }
  await acceptEvents(batch, books.stripeAccount)
  return new Date(newest)
}

async function rereadInvoices(books: Books) {
  const stale = await forWorkspace(books.id, (tx) =>
    tx
      .select({ stripeId: invoices.stripeId })
      .from(invoices)
      .where(
        and(
          inArray(invoices.status, ['draft', 'open', 'uncollectible']),
          isNotNull(invoices.stripeId),
          isNull(invoices.deletedAt),
          lt(invoices.syncedAt, sql`now() - interval '1 day'`),
        ),
      )
      .limit(REREAD_AT_ONCE),
  )
  for (const { stripeId } of stale) {
    await renewLease(books)
    if (stripeId) await syncInvoice(books, stripeId)
  }
}
