import { type Ledger, ROOT } from '../state/database'
import type { Book } from '../state/unit-of-work'

const ID = 'time'

/** How far the emulator's time is ahead of the real one, in seconds. */
export function aheadBy(ledger: Ledger): number {
  return ledger.shelves(ROOT).clock_offset.get(ID)?.seconds ?? 0
}

/** Moves the emulator's time further ahead. */
export function putAhead(book: Book, seconds: number) {
  const before = book.get('clock_offset', ID)?.seconds ?? 0
  book.put('clock_offset', { id: ID, seconds: before + seconds })
}
