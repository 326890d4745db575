import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { stripeEvents, sweeps } from '@/db/schema/queues'
import { asSystem } from '@/db/system'
import { stripe } from '@/lib/stripe/connect'
import { parseEvent, type StripeEvent } from '@/lib/stripe/events'
import { handleDueEvents } from './sync'
import { sweepDue } from './sync-sweep'

/** Every event of one account, newest first, as a webhook would bring it. */
export async function eventsAtStripe(account: string): Promise<StripeEvent[]> {
  const found: StripeEvent[] = []
  for await (const each of stripe().events.list({ limit: 100 }, { stripeAccount: account })) {
    const event = parseEvent(JSON.parse(JSON.stringify(each)))
    if (event) found.push({ ...event, account })
  }
  return found
}

/** Works until nothing is pending. */
export async function drainInbox() {
  while (await pendingEvents()) if (!(await handleDueEvents())) await wait(20)
}

/** Sweeps every account now. */
export async function sweepAll() {
  await asSystem((tx) => tx.update(sweeps).set({ nextTryAt: sql`now()` }))
  while (await sweepDue());
}

async function pendingEvents() {
  const rows = await asSystem((tx) =>
    tx.select({ id: stripeEvents.eventId }).from(stripeEvents).where(sql`state = 'pending'`).limit(1),
  )
  return rows.length > 0
}
