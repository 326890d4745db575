import 'server-only'
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { refusedInsideTransaction } from '@/db/inside-transaction'
import type { Store, StoreListener } from '@/db/store'
import { FsyncFilesystem } from './fsync-filesystem'

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
  const db = drizzle(client, { casing: 'snake_case' })
  return {
    name: 'PGlite',
    client,
    db: refusedInsideTransaction(db),
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
