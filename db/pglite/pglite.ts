import 'server-only'
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { PgDialect } from 'drizzle-orm/pg-core'
import { drizzle, PgliteSession, PgliteTransaction } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { refusedInsideTransaction } from '@/db/inside-transaction'
import { statementLog } from '@/db/statements'
import { SETTINGS, type Store, type StoreListener } from '@/db/store'
import { FsyncFilesystem } from './fsync-filesystem'

const dialect = new PgDialect({ casing: 'snake_case' })

const SMALL = ['-c', 'shared_buffers=16MB']

/** PGlite starts with -F, which is fsync off. */
const DURABLE = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  '-c',
  'wal_sync_method=fsync',
]

/** Opens the embedded PostgreSQL in a folder, which this process alone may use: see `lockDirectory`. */
export async function openPgliteFolder(folder: string): Promise<Store> {
  return openPglite({ fs: new FsyncFilesystem(folder), startParams: [...DURABLE, ...SMALL] })
}

/** Opens one in memory, empty or from a dump of another. @internal Each test file has one. */
export async function openPgliteInMemory(loadDataDir?: Blob): Promise<Store & { client: PGlite }> {
  return openPglite({ loadDataDir, startParams: [...PGlite.defaultStartParams, ...SMALL] })
}

async function openPglite(options: PGliteOptions) {
  const client = await PGlite.create(options)
  const db = drizzle(client, { casing: 'snake_case', logger: statementLog })
  return {
    name: 'PGlite',
    client,
    db: refusedInsideTransaction(db),
    transaction: (scope, work) =>
      client.transaction(async (open) => {
        await open.query(SETTINGS, scope)
        const session = new PgliteSession(open, dialect, undefined, { logger: statementLog })
        return work(new PgliteTransaction(dialect, session, undefined))
      }),
    async migrate(migrationsFolder, afterwards) {
      await migrate(db, { migrationsFolder })
      await afterwards()
    },
    listen: (channels, listener) => listenOn(client, channels, listener),
    close: () => client.close(),
  } satisfies Store & { client: PGlite }
}

async function listenOn(client: PGlite, channels: readonly string[], listener: StoreListener) {
  const stops: (() => Promise<void>)[] = []
  for (const channel of channels)
    stops.push(await client.listen(channel, (payload) => listener.onMessage(channel, payload)))
  return async () => {
    for (const stop of stops) await stop()
  }
}
