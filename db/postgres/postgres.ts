import 'server-only'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { Client, Pool } from 'pg'
import { refusedInsideTransaction } from '@/db/inside-transaction'
import { statementLog } from '@/db/statements'
import type { Store } from '@/db/store'
import { listenOn } from './listener'
import { transactOn } from './transaction'

/** Any fixed number: it names "Centwise is migrating" among the advisory locks of a database. */
const MIGRATION_LOCK = 6_217_043

const LIMITS = {
  max: 10,
  connectionTimeoutMillis: 3_000,
  statement_timeout: 5_000,
  lock_timeout: 2_000,
  idle_in_transaction_session_timeout: 10_000,
  application_name: 'centwise',
  // Statements that do not wait for each other's answers are sent together.
  pipeline: true,
}

/** Opens a PostgreSQL (15 to 18) at a connection string. The first query connects. */
export function openPostgres(url: string): Store {
  const pool = new Pool({ ...LIMITS, connectionString: url })
  // A connection that breaks fails the query that uses it, and the pool makes another. Without someone to hear of it,
  // idle or between two queries of a transaction, the same error would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return {
    name: 'PostgreSQL',
    db: refusedInsideTransaction(drizzle(pool, { casing: 'snake_case', logger: statementLog })),
    transaction: (scope, work) => transactOn(pool, scope, work),
    migrate: (folder, afterwards) => migrateAlone(url, folder, afterwards),
    listen: (channels, listener) => listenOn(url, channels, listener),
    close: () => pool.end(),
  }
}

/** On a connection of its own, without time limits: it waits for as long as another instance migrates. */
async function migrateAlone(url: string, migrationsFolder: string, afterwards: () => Promise<void>) {
  const client = new Client({ connectionString: url, application_name: 'centwise migration' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await migrate(drizzle(client), { migrationsFolder })
    await afterwards()
  } finally {
    await client.end()
  }
}
