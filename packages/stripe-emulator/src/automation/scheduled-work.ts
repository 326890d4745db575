import { clockIdOf } from '../state/clock'
import { invoiceDue, subscriptionDue } from '../state/schedule'
import type { Book } from '../state/unit-of-work'

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

/** Whether things of this kind may have something happen to them by themselves. */
export function isTimed(kind: string): boolean {
  return KINDS.some((each) => each === kind)
}

/** What falls due first; of what falls due together, what makes invoices goes before what sends them. */
export function firstDue(book: Book, { clock, until, except }: Wanted): DueWork | undefined {
  let first: DueWork | undefined
  for (const kind of KINDS) {
    for (const [id, at] of book.shelves[kind].due()) {
      if (at > until || (first && at >= first.at)) continue
      const work = { kind, id, at }
      if (!except.has(nameOf(work)) && clockOfWork(book, work) === clock) first = work
    }
  }
  return first
}

/** What is to happen to the thing a row keeps; undefined when nothing happens to it by itself. */
export function workOf(book: Book, kind: string, id: string): DueWork | undefined {
  const known = KINDS.find((each) => each === kind)
  const at = known && dueAt(book, known, id)
  return known && at !== null && at !== undefined ? { kind: known, id, at } : undefined
}

/** The clock that work waits for; null for the emulator's own time. */
export function clockOfWork(book: Book, { kind, id }: DueWork): string | null {
  return clockIdOf(book, kind === 'timer' ? (book.get('timer', id)?.object ?? id) : id)
}

export function nameOf({ id, at }: DueWork): string {
  return `${id} ${at}`
}

function dueAt(book: Book, kind: DueWork['kind'], id: string): number | null {
  const invoice = kind === 'invoice' && book.get('invoice', id)
  if (invoice) return invoiceDue(invoice)
  const subscription = kind === 'subscription' && book.get('subscription', id)
  if (subscription) return subscriptionDue(subscription)
  return kind === 'timer' ? (book.get('timer', id)?.at ?? null) : null
}
