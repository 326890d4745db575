import 'server-only'
import type { Tx } from './store'
import { transact } from './transaction'

/** A transaction that sees one workspace. Queries take this type, so that none can forget whose rows it reads. */
export type WorkspaceTx = Tx & { readonly scope: 'workspace'; readonly workspaceId: string }

/**
 * Runs `work` in one transaction that sees and writes the rows of one workspace only; rows it inserts belong to it by
 * default. May run `work` again after a deadlock: call nothing but the database in it, least of all Stripe.
 */
export function forWorkspace<T>(workspaceId: string, work: (tx: WorkspaceTx) => Promise<T>): Promise<T> {
  return transact('centwise_tenant', workspaceId, (tx) =>
    work(Object.assign(tx, { scope: 'workspace' as const, workspaceId })),
  )
}
