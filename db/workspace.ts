import 'server-only'
import { sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Tx } from './store'
import type { SystemTx } from './system'
import { transact } from './transaction'

/** A transaction that sees one workspace. Queries take this type, so that none can forget whose rows it reads. */
export type WorkspaceTx = Tx & { readonly scope: 'workspace'; readonly workspaceId: string }

/**
 * Runs `work` in one transaction that sees and writes the rows of one workspace only; rows it inserts belong to it by
 * default. May run `work` again after a deadlock: call nothing but the database in it, least of all Stripe.
 */
export function forWorkspace<T>(workspaceId: string, work: (tx: WorkspaceTx) => Promise<T>): Promise<T> {
  return transact(['centwise_tenant', workspaceId], (tx) => work(inWorkspace(tx, workspaceId)))
}

/**
 * A column for the one statement that finds out whose workspace it is about: from then on the transaction sees that
 * workspace only, or nothing when there is none. Its value is the workspace's id.
 */
export function entering(workspaceId: PgColumn) {
  return sql<string | null>`case when set_config('role', 'centwise_tenant', true) is not null
    then nullif(set_config('app.workspace_id', coalesce(${workspaceId}::text, ''), true), '') end`
}

/**
 * Finds out as the system which workspace to enter, by a statement with the column `entering`, and reads in it, all in
 * one transaction. `read` is not called when nothing was found.
 */
export function enterWorkspace<F extends { entered: string | null }, T>(
  find: (tx: SystemTx) => Promise<F | null>,
  read: (tx: WorkspaceTx, found: F) => Promise<T>,
): Promise<{ found: F; value: T | null } | null> {
  return transact(['centwise_system', ''], async (tx) => {
    const found = await find(Object.assign(tx, { scope: 'system' as const }))
    if (!found) return null
    const { entered } = found
    return { found, value: entered === null ? null : await read(inWorkspace(tx, entered), found) }
  })
}

function inWorkspace(tx: Tx, workspaceId: string): WorkspaceTx {
  return Object.assign(tx, { scope: 'workspace' as const, workspaceId })
}
