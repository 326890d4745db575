import type { Engine } from '../api/engine'
import { Change } from '../state/change'
import { ROOT } from '../state/database'
import { UnitOfWork } from '../state/unit-of-work'

/** A unit of work for what happens by itself: its events name no request. `now` is in unix seconds. */
export function openUnit({ database, origin }: Engine, account: string, now: number): UnitOfWork {
  const platform = database.collections(ROOT).account.get(account)?.platform ?? account
  return new UnitOfWork(new Change(database), account, { now, origin, platform, request: null })
}
