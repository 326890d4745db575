import { emit } from '../events/emit'
import type { Book } from '../state/book'
import { type DueWork, firstDue } from './due-work'

interface Means {
  except: ReadonlySet<string>
  attempt(book: Book, work: DueWork): void
}

/** Moves a test clock to the next thing that is due, and does it; false once the clock has arrived. */
export function stepClock(book: Book, id: string, { except, attempt }: Means): boolean {
  const clock = book.get('test_clock', id)
  const target = clock?.status_details.advancing?.target_frozen_time
  if (!clock || target === undefined) return false
  const work = firstDue(book, { clock: id, until: target, except })
  if (work) {
    const moment = Math.max(work.at, clock.frozen_time)
    attempt(book.at(moment), work)
    book.put('test_clock', { ...clock, frozen_time: moment })
    return true
  }
  const ready = { ...clock, frozen_time: target, status: 'ready', status_details: {} } as const
  emit(book.at(target), 'test_helpers.test_clock.ready', book.put('test_clock', ready))
  return false
}
