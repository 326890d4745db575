import { count, ne, sql } from 'drizzle-orm'
import { activity } from '@/db/schema/activity'
import { stripeEvents, sweeps } from '@/db/schema/queues'
import { asSystem } from '@/db/system'
import { forWorkspace } from '@/db/workspace'

/** Makes every account due for a sweep now, as three minutes would. */
export async function sweepNow() {
  await asSystem((tx) => tx.update(sweeps).set({ nextTryAt: sql`now()` }))
}

/** How many sweeps and events are still to be worked on; none of either is `0`. */
export async function workLeft(): Promise<number> {
  return asSystem(async (tx) => {
    const [due] = await tx
      .select({ n: count() })
      .from(sweeps)
      .where(sql`next_try_at <= now() or lease_until is not null`)
    const [pending] = await tx.select({ n: count() }).from(stripeEvents).where(ne(stripeEvents.state, 'done'))
    return (due?.n ?? 0) + (pending?.n ?? 0)
  })
}

export async function keptEvents(): Promise<string[]> {
  const rows = await asSystem((tx) => tx.select({ id: stripeEvents.eventId }).from(stripeEvents))
  return rows.map(({ id }) => id)
}

/** Effects that are on record more than once for the same invoice. */
export function doubleEffects(workspaceId: string) {
  const { subjectId, kind, detail } = activity
  return forWorkspace(workspaceId, (tx) =>
    tx
      .select({ subjectId, kind, detail })
      .from(activity)
      .groupBy(subjectId, kind, detail)
      .having(sql`count(*) > 1`),
  )
}
