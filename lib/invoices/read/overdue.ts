import 'server-only'
import { and, asc, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm'
import { invoices } from '@/db/schema/invoices'
import type { WorkspaceTx } from '@/db/workspace'

/** With so many overdue, the list of what is open meets a page of them soon, however long it is. */
const COMMON = 500

/**
 * The condition of the open invoices that were due before `today`, `YYYY-MM-DD`. Few are looked up first: among
 * hundreds of thousands that are not due yet, a page of them would be found by reading all.
 */
export async function overdueBefore(tx: WorkspaceTx, today: string): Promise<SQL | undefined> {
  const isOverdue = and(sql`${invoices.status} = 'open'`, lt(invoices.dueDate, today))
  const found = await tx
    .select({ id: invoices.id })
    .from(invoices)
    .where(and(isOverdue, isNull(invoices.deletedAt)))
    .orderBy(asc(invoices.dueDate))
    .limit(COMMON)
  const ids = found.map(({ id }) => id)
  return ids.length < COMMON ? and(isOverdue, inArray(invoices.id, ids)) : isOverdue
}
