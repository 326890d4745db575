import { Refusal } from '../wire/refusal'
import type { Kinds } from './kinds'
import type { UnitOfWork } from './unit-of-work'

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

/** Returns the unit of work at the time of an object: what belongs to a test clock lives by it. */
export function unitAtTimeOf(unit: UnitOfWork, id: string): UnitOfWork {
  const clock = clockOf(unit, id)
  return clock ? unit.at(clock.frozen_time) : unit
}

/** Nothing may be changed that a clock is moving. */
export function refuseAdvancing({ id, status }: Kinds['test_clock']) {
  if (status !== 'advancing') return
  const message = `Test clock advancement underway - cannot perform modifications: ${id}`
  throw new Refusal(429, { type: 'invalid_request_error', message }, { kept: false })
}

/** Returns the clock of what a request is about: the object its path names, or one that a parameter tells of. */
export function clockOfRequest(
  unit: UnitOfWork,
  pathIds: readonly string[],
  params: Record<string, unknown>,
) {
  const named = TELLING.map((key) => params[key]).filter((value) => typeof value === 'string')
  for (const id of [...pathIds, ...named]) {
    const clock = clockOf(unit, id)
    if (clock) return clock
  }
  return undefined
}

/** Returns the test clock an object lives by: its own, or its customer's. */
export function clockOf(unit: UnitOfWork, id: string) {
  if (unit.collections.test_clock.size === 0) return undefined
  return unit.get('test_clock', clockIdOf(unit, id) ?? '')
}

/** Returns the id of that clock, even of one that is gone; null for what lives by the emulator's own time. */
export function clockIdOf(unit: UnitOfWork, id: string): string | null {
  if (unit.get('test_clock', id)) return id
  const item = unit.get('subscription_item', id)
  const owned =
    unit.get('invoice', id) ??
    unit.get('invoiceitem', id) ??
    unit.get('subscription', item?.subscription ?? id)
  return (
    owned?.test_clock ?? unit.get('customer', owned?.customer ?? customerOf(unit, id))?.test_clock ?? null
  )
}

function customerOf(unit: UnitOfWork, id: string): string {
  const owned =
    unit.get('payment_intent', id) ??
    unit.get('charge', id) ??
    unit.get('credit_note', id) ??
    unit.get('payment_method', id) ??
    unit.get('refund', id)
  return owned?.customer ?? id
}
