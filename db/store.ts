import 'server-only'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'

/** What both drivers give back for raw SQL. */
type Rows<Row> = { rows: Row[] }

interface RowsHKT extends PgQueryResultHKT {
  type: Rows<this['row']>
}

export type Database = PgDatabase<RowsHKT>

export type Tx = Parameters<Parameters<Database['transaction']>[0]>[0]

/** An open database: what PGlite and PostgreSQL do differently, and nothing else. */
export type Store = {
  name: 'PGlite' | 'PostgreSQL'
  db: Database
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
