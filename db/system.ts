import 'server-only'
import type { Tx } from './store'
import { transact } from './transaction'

/** A transaction across workspaces, for sign-in, the inbox, the worker and the sweep. */
export type SystemTx = Tx & { readonly scope: 'system' }

/**
 * Runs `work` in one transaction on the tables that are granted to the system role, in every workspace.
 * May run `work` again after a deadlock: call nothing but the database in it.
 */
export function asSystem<T>(work: (tx: SystemTx) => Promise<T>): Promise<T> {
  return transact(['centwise_system', ''], (tx) => work(Object.assign(tx, { scope: 'system' as const })))
}
