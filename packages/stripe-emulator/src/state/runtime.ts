import { Change } from './change'
import type { Commits } from './commits'
import { type Database, ROOT } from './database'
import { UnitOfWork } from './unit-of-work'

/** What lives as long as the emulator does, and everything that acts on its state needs. */
export interface Runtime {
  database: Database
  commits: Commits
  origin: string
  /** Unix seconds. */
  now: () => number
}

/** Opens a unit of work for what happens outside a request, so that its events name none. `now` is in unix seconds. */
export function openUnit(runtime: Runtime, account: string, now = runtime.now()): UnitOfWork {
  const { database, origin } = runtime
  const platform = database.collections(ROOT).account.get(account)?.platform ?? account
  return new UnitOfWork(new Change(database), account, { now, origin, platform, request: null })
}
