import type { Engine } from '../api/engine'
import { keep } from '../api/execute'
import { Change } from '../state/change'
import { inItsTime } from '../state/clock'
import { ROOT } from '../state/database'
import { Book } from '../state/unit-of-work'

/** A book for what happens outside the API: its events name no request. Undefined for an account nobody has. */
export function openBook(engine: Engine, account: string): Book | undefined {
  const known = engine.ledger.shelves(ROOT).account.get(account)
  if (!known) return undefined
  const { origin } = engine
  const platform = known.platform ?? account
  return new Book(new Change(engine.ledger), account, { now: engine.now(), origin, platform, request: null })
}

/** The root's own book, for what belongs to no account. */
export function openRoot(engine: Engine): Book {
  const occasion = { now: engine.now(), origin: engine.origin, platform: ROOT, request: null }
  return new Book(new Change(engine.ledger), ROOT, occasion)
}

/** The book of whichever account holds an object of this kind and id, at the time of that object. */
export function bookHolding(engine: Engine, kind: 'payment_intent' | 'charge', id: string): Book | undefined {
  const account = engine.ledger
    .accountIds()
    .find((each) => engine.ledger.shelves(each)[kind].get(id) !== undefined)
  const book = account === undefined ? undefined : openBook(engine, account)
  return book && inItsTime(book, id)
}

/** Does some work in a book and keeps what it wrote. */
export async function act<T>(engine: Engine, book: Book, work: (book: Book) => T): Promise<T> {
  const result = work(book)
  await keep(engine, book.change.rows())
  return result
}
