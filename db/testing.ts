import { afterAll, beforeAll, describe } from 'vitest'
import { useStore } from './connection'
import { prepareDatabase } from './migrate'
import { openPostgres } from './postgres'
import type { Store } from './store'
import { openMigratedPglite } from './testing-pglite'
import { createPostgres, findPostgres } from './testing-postgres'

const adminUrl = await findPostgres()

/** Gives this test file a fresh, migrated PGlite in memory as its database. */
export function testDatabase() {
  let store: Store | undefined
  beforeAll(async () => {
    store = await openMigratedPglite()
    useStore(store)
  })
  afterAll(async () => {
    useStore(undefined)
    await store?.close()
  })
}

/** Registers the same tests on PGlite and, when one answers, on a PostgreSQL database of their own. */
export function onEachDatabase(register: (name: Store['name']) => void) {
  describe('on PGlite', () => {
    testDatabase()
    register('PGlite')
  })
  onPostgres(() => {
    postgresDatabase()
    register('PostgreSQL')
  })
}

/** Registers tests that need PostgreSQL: several processes, several connections. Says so when none answers. */
export function onPostgres(register: (adminUrl: string) => void) {
  if (adminUrl) describe('on PostgreSQL', () => register(adminUrl))
  else console.info('Not run on PostgreSQL: none answers at TEST_DATABASE_URL or 127.0.0.1:5432.')
}

function postgresDatabase() {
  let close = async () => {}
  beforeAll(async () => {
    if (!adminUrl) return
    const { url, drop } = await createPostgres(adminUrl)
    const store = openPostgres(url)
    close = async () => {
      await store.close()
      await drop()
    }
    useStore(store)
    await prepareDatabase()
  })
  afterAll(async () => {
    useStore(undefined)
    await close()
  })
}
