import 'server-only'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { lockDirectory } from './pglite/directory-lock'
import { openPgliteFolder } from './pglite/pglite'
import { openPostgres } from './postgres/postgres'
import type { Store } from './store'

declare global {
  // On globalThis, because development reloads this module while the database stays open.
  var centwiseStore: Promise<Store> | undefined
}

/** The database of this process, opened with the first call. */
export function database(): Promise<Store> {
  globalThis.centwiseStore ??= open()
  return globalThis.centwiseStore
}

/** Makes an open store the database of this process. @internal Tests bring their own by it. */
export function installStore(store: Store | undefined) {
  globalThis.centwiseStore = store && Promise.resolve(store)
}

async function open(): Promise<Store> {
  // The build renders pages in several processes; one that reads data must say `await connection()` first.
  if (process.env.NEXT_PHASE === 'phase-production-build')
    throw new Error('next build must not open the database.')
  // Read here, for db stands below lib; lib/env.ts has checked both by now.
  const { DATABASE_URL: url, CENTWISE_DATA_DIR: dataDir = '.data' } = process.env
  return url ? openPostgres(url) : openFolder(dataDir)
}

async function openFolder(dataDir: string) {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  await lockDirectory(dataDir)
  return openPgliteFolder(path.join(dataDir, 'pglite'))
}
