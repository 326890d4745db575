import { Refusal } from '../wire/refusal'
import type { Kinds } from './kinds'
import type { Book } from './unit-of-work'

/** The parameters that may name what an operation is about. */
const TELLING = [
  'test_clock',
  'customer',
  'invoice',
  'subscription',
  'payment_intent',
  'charge',
  'credit_note',
]

/** The book at the time of an object: what belongs to a test clock lives by it. */
export function inItsTime(book: Book, id: string): Book {
  const clock = clockOf(book, id)
  return clock ? book.at(clock.frozen_time) : book
}

/** Nothing may be changed that a clock is moving. */
export function refuseAdvancing({ id, status }: Kinds['test_clock']) {
  if (status !== 'advancing') return
  const message = `Test clock advancement underway - cannot perform modifications: ${id}`
  throw new Refusal(429, { type: 'invalid_request_error', message }, { kept: false })
}

/** The clock of what a request is about: the object its path names, or one that a parameter tells of. */
export function clockAtHand(book: Book, pathIds: readonly string[], params: Record<string, unknown>) {
  const named = TELLING.map((key) => params[key]).filter((value) => typeof value === 'string')
  for (const id of [...pathIds, ...named]) {
    const clock = clockOf(book, id)
    if (clock) return clock
  }
  return undefined
}

/** The test clock an object lives by: its own, or its customer's. */
export function clockOf(book: Book, id: string) {
  if (book.shelves.test_clock.size === 0) return undefined
  return book.get('test_clock', clockIdOf(book, id) ?? '')
}

/** The id of that clock, even of one that is gone; null for what lives by the emulator's own time. */
export function clockIdOf(book: Book, id: string): string | null {
  if (book.get('test_clock', id)) return id
  const item = book.get('subscription_item', id)
  const owned =
    book.get('invoice', id) ??
    book.get('invoiceitem', id) ??
    book.get('subscription', item?.subscription ?? id)
  return (
    owned?.test_clock ?? book.get('customer', owned?.customer ?? customerOf(book, id))?.test_clock ?? null
  )
}

function customerOf(book: Book, id: string): string {
  const owned =
    book.get('payment_intent', id) ??
    book.get('charge', id) ??
    book.get('credit_note', id) ??
    book.get('payment_method', id) ??
    book.get('refund', id)
  return owned?.customer ?? id
}
