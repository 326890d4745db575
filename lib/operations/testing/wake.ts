import { eq, sql } from 'drizzle-orm'
import { operations } from '@/db/schema/queues'
import { asSystem } from '@/db/system'

/** Ends the rest of every operation of a business: the next worker that looks takes them. */
export function wakeOperations(workspaceId: string) {
  return asSystem((tx) =>
    tx.update(operations).set({ nextTryAt: sql`now()` }).where(eq(operations.workspaceId, workspaceId)),
  )
}
