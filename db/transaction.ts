import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import { database } from './connection'
import { sqlStateOf } from './errors'
import { insideTransaction, refuseInsideTransaction } from './inside-transaction'
import type { Scope, Tx } from './store'

const TRIES_MAX = 5

/** Serialization failure and deadlock: PostgreSQL undid the transaction and asks to run it again. */
const TRY_AGAIN = new Set(['40001', '40P01'])

/**
 * Runs `work` in one transaction of this scope. `work` may run several times, so it touches nothing but the database.
 */
export async function transact<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  refuseInsideTransaction()
  const { transaction } = await database()
  for (let tries = 1; ; tries++) {
    try {
      return await transaction(scope, (tx) => insideTransaction(() => work(tx)))
    } catch (error) {
      if (tries === TRIES_MAX || !TRY_AGAIN.has(sqlStateOf(error) ?? '')) throw error
      await wait(Math.random() * 10 * 2 ** tries)
    }
  }
}
