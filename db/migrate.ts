import 'server-only'
import path from 'node:path'
import { database } from './connection'

/** Brings the database up to date, then seeds it; of several processes that start together, one does it. */
export async function prepareDatabase(seed: () => Promise<void> = async () => {}) {
  const store = await database()
  await store.migrate(path.join(process.cwd(), 'db', 'migrations'), seed)
}
