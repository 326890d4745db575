import type { Book } from '../state/book'
import { clockIdOf } from '../state/clock'

const KINDS = ['subscription', 'invoice', 'timer'] as const

/** Something that happens to an object by itself, and when: unix seconds. */
export interface DueWork {
  kind: (typeof KINDS)[number]
  id: string
  at: number
}

interface Wanted {
  /** The clock it is to live by; null for the emulator's own time. */
  clock: string | null
  until: number
  /** What was tried, and is not to be tried again. */
  except: ReadonlySet<string>
}

/** What falls due first; of what falls due together, what makes invoices goes before what sends them. */
export function firstDue(book: Book, { clock, until, except }: Wanted): DueWork | undefined {
  let first: DueWork | undefined
  for (const kind of KINDS) {
    for (const [id, at] of book.shelves[kind].due()) {
      if (at > until || (first && at >= first.at)) continue
      const work = { kind, id, at }
      if (!except.has(nameOf(work)) && clockIdOf(book, objectOf(book, work)) === clock) first = work
    }
  }
  return first
}

export function nameOf({ id, at }: DueWork): string {
  return `${id} ${at}`
}

function objectOf(book: Book, { kind, id }: DueWork): string {
  return kind === 'timer' ? (book.get('timer', id)?.object ?? id) : id
}
