import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { database } from './connection'
import { sqlStateOf } from './errors'
import { insideTransaction } from './inside-transaction'
import type { Tx } from './store'

const TRIES_MAX = 5

/** Serialization failure and deadlock: PostgreSQL undid the transaction and asks to run it again. */
const TRY_AGAIN = new Set(['40001', '40P01'])

/**
 * Runs `work` in one transaction, as `role` and seeing `workspaceId`; both end with it. `work` may run several times,
 * so it touches nothing but the database.
 */
export async function transact<T>(
  role: 'centwise_tenant' | 'centwise_system',
  workspaceId: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const { db } = await database()
  for (let tries = 1; ; tries++) {
    try {
      return await db.transaction(async (tx) => {
        await tx.execute(
          sql`select set_config('role', ${role}, true), set_config('app.workspace_id', ${workspaceId}, true)`,
        )
        return await insideTransaction(() => work(tx))
      })
    } catch (error) {
      if (tries === TRIES_MAX || !TRY_AGAIN.has(sqlStateOf(error) ?? '')) throw error
      await wait(Math.random() * 10 * 2 ** tries)
    }
  }
}
