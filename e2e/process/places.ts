import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installStore } from '@/db/connection'
import { prepareDatabase } from '@/db/migrate'
import { openPgliteFolder } from '@/db/pglite/pglite'
import { openPostgres } from '@/db/postgres/postgres'
import type { Store } from '@/db/store'
import { createPostgres } from '@/db/testing/postgres'

/** A database of one test, which its servers open by these variables. */
export type Place = { variables: Record<string, string>; open(): Promise<Store>; remove(): Promise<void> }

export async function postgresPlace(adminUrl: string): Promise<Place> {
  const folder = dataFolder()
  const { url, drop } = await createPostgres(adminUrl)
  return {
    variables: { DATABASE_URL: url, CENTWISE_DATA_DIR: folder },
    open: async () => openPostgres(url),
    remove: async () => {
      await drop()
      rmSync(folder, { recursive: true })
    },
  }
}

export async function pglitePlace(): Promise<Place> {
  const folder = dataFolder()
  return {
    variables: { CENTWISE_DATA_DIR: folder },
    open: () => openPgliteFolder(join(folder, 'pglite')),
    remove: async () => rmSync(folder, { recursive: true }),
  }
}

/** Does something with the database itself, as the only process that has it open when it is PGlite. */
export async function inside<T>(place: Place, work: () => Promise<T>): Promise<T> {
  const store = await place.open()
  installStore(store)
  try {
    await prepareDatabase()
    return await work()
  } finally {
    installStore(undefined)
    await store.close()
  }
}

function dataFolder() {
  return mkdtempSync(join(tmpdir(), 'centwise-process-'))
}
