import { PGlite } from '@electric-sql/pglite'
import { sqlStore } from './sql-store'
import type { Store } from './store'

/** State in a folder, for the emulator served alone. */
export async function folderStore(folder: string): Promise<Store> {
  const database = await PGlite.create(folder)
  return sqlStore(async (sql, params) => ({
    rows: (await database.query<Record<string, unknown>>(sql, params)).rows,
  }))
}
