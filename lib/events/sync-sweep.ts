import 'server-only'
import { and, eq, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { invoices } from '@/db/schema/invoices'
import { sweeps } from '@/db/schema/queues'
import { asSystem } from '@/db/system'
import { forWorkspace } from '@/db/workspace'
import type { BillingWorkspace } from '@/lib/accounts/member'
import { clock } from '@/lib/clock'
import { syncInvoice } from '@/lib/invoices/mirror/sync'
import { logSurprise } from '@/lib/log'
import { claim, dueIn, leased } from '@/lib/queue'
import { HEARD_TYPES } from '@/lib/stripe/event-types'
import { parseEvent } from '@/lib/stripe/events'
import { stripeFor } from '@/lib/stripe/stripe-for'
import { workspaceOfAccount } from '@/lib/workspaces/queries'
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
    const workspace = await workspaceOfAccount(sweep.account)
    const from = sweep.eventsUntil ?? workspace?.createdAt
    const eventsUntil = workspace && from ? await readEvents(workspace, from) : sweep.eventsUntil
    if (workspace) await rereadInvoices(workspace)
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

async function renewLease({ stripeAccount }: BillingWorkspace) {
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
async function readEvents(workspace: BillingWorkspace, from: Date): Promise<Date> {
  const gte = Math.floor(from.getTime() / 1000) - OVERLAP_SECONDS
  let newest = from.getTime()
  let batch = []
  for await (const each of stripeFor(workspace).listEvents({ types: [...HEARD_TYPES], created: { gte } })) {
    const event = parseEvent(each)
    if (!event) continue
    // A date that has not come yet would hide all later events.
    newest = Math.max(newest, Math.min(event.created * 1000, clock.now().getTime()))
    batch.push(event)
    if (batch.length < EVENTS_AT_ONCE) continue
    await acceptEvents(batch, workspace.stripeAccount)
    await renewLease(workspace)
    batch = []
  }
  await acceptEvents(batch, workspace.stripeAccount)
  return new Date(newest)
}

async function rereadInvoices(workspace: BillingWorkspace) {
  const stale = await forWorkspace(workspace.id, (tx) =>
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
    await renewLease(workspace)
    if (stripeId) await syncInvoice(workspace, stripeId)
  }
}
