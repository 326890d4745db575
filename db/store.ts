import 'server-only'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'

/** What both drivers give back for raw SQL. */
type Rows<Row> = { rows: Row[] }

interface RowsHKT extends PgQueryResultHKT {
  type: Rows<this['row']>
}

export type Database = PgDatabase<RowsHKT>

export type Tx = Parameters<Parameters<Database['transaction']>[0]>[0]

/** The role a transaction takes, and the workspace it sees: none when empty. */
export type Scope = [role: 'centwise_tenant' | 'centwise_system', workspaceId: string]

/** Gives the transaction its scope, which ends with it. */
export const SETTINGS = `select set_config('role', $1, true), set_config('app.workspace_id', $2, true)`

/** An open database: what PGlite and PostgreSQL do differently, and nothing else. */
export type Store = {
  name: 'PGlite' | 'PostgreSQL'
  /** For statements outside of transactions. */
  db: Database
  /** Runs `work` in a transaction of this scope. */
  transaction<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Runs the migrations of `folder`, then `afterwards`, while no other process does either. */
  migrate(folder: string, afterwards: () => Promise<void>): Promise<void>
  /** Calls back for what is announced on `channels`, and when a lost connection is back: some may have been missed. */
  listen(channels: readonly string[], listener: StoreListener): Promise<() => Promise<void>>
  close(): Promise<void>
}

export type StoreListener = {
  onMessage(channel: string, payload: string): void
  onReconnect(): void
}
