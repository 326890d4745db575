import { afterAll, beforeAll, describe } from 'vitest'
import { installStore } from '@/db/connection'
import { prepareDatabase } from '@/db/migrate'
import { openPostgres } from '@/db/postgres/postgres'
import type { Store } from '@/db/store'
import { openMigratedPglite } from './pglite'
import { createPostgres, findPostgres } from './postgres'

const postgres = await findPostgres()

/** Gives this test file a fresh, migrated PGlite in memory as its database. */
export function testDatabase() {
  let store: Store | undefined
  beforeAll(async () => {
    store = await openMigratedPglite()
    installStore(store)
  })
  afterAll(async () => {
    installStore(undefined)
    await store?.close()
  })
}

/** Registers the same tests on PGlite and, when one answers, on a PostgreSQL database of their own. */
export function onEachDatabase(register: (name: Store['name']) => void) {
  describe('on PGlite', () => {
    testDatabase()
    register('PGlite')
  })
  onPostgres((adminUrl) => {
    postgresDatabase(adminUrl)
    register('PostgreSQL')
  })
}

/** Registers tests that need PostgreSQL: several processes, several connections. Says so when none answers. */
export function onPostgres(register: (adminUrl: string) => void) {
  if (postgres) describe('on PostgreSQL', () => register(postgres))
  else console.info('Not run on PostgreSQL: none answers at TEST_DATABASE_URL or 127.0.0.1:5432.')
}

function postgresDatabase(adminUrl: string) {
  let close = async () => {}
  beforeAll(async () => {
    const { url, drop } = await createPostgres(adminUrl)
    const store = openPostgres(url)
    close = async () => {
      await store.close()
      await drop()
    }
    installStore(store)
    await prepareDatabase()
  })
  afterAll(async () => {
    installStore(undefined)
    await close()
  })
}
