import type { Engine } from '../api/engine'
import { Change } from '../state/change'
import { ROOT } from '../state/database'
import { Book } from '../state/unit-of-work'

/** A book for what happens by itself: its events name no request. `now` is in unix seconds. */
export function openBook({ ledger, origin }: Engine, account: string, now: number): Book {
  const platform = ledger.shelves(ROOT).account.get(account)?.platform ?? account
  return new Book(new Change(ledger), account, { now, origin, platform, request: null })
}
