import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installStore } from '@/db/connection'
import { prepareDatabase } from '@/db/migrate'
import { openPgliteFolder } from '@/db/pglite/pglite'
import { openPostgres } from '@/db/postgres/postgres'
import type { Store } from '@/db/store'
import { createPostgres, findPostgres } from '@/db/testing/postgres'

/** A fresh database. One process at a time may have it open when it is PGlite, any number when it is PostgreSQL. */
export type Place = {
  name: Store['name']
  variables: Record<string, string>
  open(): Promise<Store>
  remove(): Promise<void>
}

export async function newPlace(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'centwise-bench-'))
  const postgres = process.argv.includes('--pglite') ? undefined : await findPostgres()
  const removeFolder = () => rmSync(folder, { recursive: true })
  if (!postgres) {
    const variables = { CENTWISE_DATA_DIR: folder }
    const open = () => openPgliteFolder(join(folder, 'pglite'))
    return { name: 'PGlite', variables, open, remove: async () => removeFolder() }
  }
  const { url, drop } = await createPostgres(postgres)
  return {
    name: 'PostgreSQL',
    variables: { CENTWISE_DATA_DIR: folder, DATABASE_URL: url },
    open: async () => openPostgres(url),
    remove: async () => {
      await drop()
      removeFolder()
    },
  }
}

/** Does something with the database itself, through the app's own doors to it. */
export async function inside<T>(place: Place, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await place.open()
  installStore(store)
  try {
    await prepareDatabase()
    return await work(store)
  } finally {
    installStore(undefined)
    await store.close()
  }
}
