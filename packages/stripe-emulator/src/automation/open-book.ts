import { Book } from '../state/book'
import { Change } from '../state/change'
import { ROOT } from '../state/ledger'
import type { Engine } from '../transport/engine'

/** A book for what happens by itself: its events name no request. `now` is in unix seconds. */
export function openBook({ ledger, origin }: Engine, account: string, now: number): Book {
  const platform = ledger.shelves(ROOT).account.get(account)?.platform ?? account
  return new Book(new Change(ledger), account, { now, origin, platform, request: null })
}
