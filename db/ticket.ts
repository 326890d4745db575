import 'server-only'
import { sql } from 'drizzle-orm'
import { database } from './connection'

/**
 * The next sync ticket. Draw it before asking Stripe and write where the stored one is smaller: whoever asked last wins.
 * A statement of its own, outside of transactions.
 */
export async function drawTicket(): Promise<number> {
  const { db } = await database()
  const { rows } = await db.execute<{ ticket: string }>(sql`select nextval('sync_ticket')::text as ticket`)
  return Number(rows[0]?.ticket)
}
