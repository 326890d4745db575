import 'server-only'
import { ilike, inArray, or, type SQL, sql } from 'drizzle-orm'
import { union } from 'drizzle-orm/pg-core'
import { clients } from '@/db/schema/clients'
import { invoices } from '@/db/schema/invoices'
import type { WorkspaceTx } from '@/db/workspace'
import { containing } from '@/lib/text/search'

/** So many numbers that match are common: then the list meets a page of them soon, however long it is. */
const COMMON = 500

/**
 * The condition of the invoices that `q` finds: by a client's name or e-mail, or by the beginning or the end of their
 * number. What is named rarely is looked up first, so that the cost does not grow with the number of invoices.
 */
export async function searched(tx: WorkspaceTx, q: string): Promise<SQL | undefined> {
  if (q === '') return undefined
  const text = containing(q)
  const named = await tx
    .select({ id: clients.id })
    .from(clients)
    .where(or(ilike(clients.name, text), ilike(clients.email, text)))
  const starts = sql`${invoices.numberStart} ^@ upper(${q})`
  const ends = sql`${invoices.numberEnd} ^@ reverse(upper(${q}))`
  const numbered = await union(
    numberedLike(tx, starts, sql`${invoices.numberStart} using ~<~`),
    numberedLike(tx, ends, sql`${invoices.numberEnd} using ~<~`),
  )
  return or(
    inArray(invoices.clientId, idsOf(named)),
    numbered.length < COMMON ? inArray(invoices.id, idsOf(numbered)) : or(starts, ends),
  )
}

// In the order of the index, so that the planner has no other way than through it.
function numberedLike(tx: WorkspaceTx, condition: SQL, order: SQL) {
  return tx.select({ id: invoices.id }).from(invoices).where(condition).orderBy(order).limit(COMMON)
}

function idsOf(rows: { id: string }[]) {
  return rows.map(({ id }) => id)
}
