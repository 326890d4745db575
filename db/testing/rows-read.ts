import { sql } from 'drizzle-orm'
import type { WorkspaceTx } from '@/db/workspace'

/** What PostgreSQL has counted in this transaction: how often all invoices were gone through, how many were read. */
export async function invoicesRead(tx: WorkspaceTx) {
  const { rows } = await tx.execute<{ scans: string; read: string }>(sql`
    select seq_scan as scans, seq_tup_read + idx_tup_fetch as read
    from pg_stat_xact_user_tables where relname = 'invoices'`)
  return { scans: Number(rows[0]?.scans), read: Number(rows[0]?.read) }
}
