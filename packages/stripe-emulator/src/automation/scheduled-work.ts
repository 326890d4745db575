import { clockIdOf } from '../state/clock'
import { invoiceDue, subscriptionDue } from '../state/schedule'
import type { UnitOfWork } from '../state/unit-of-work'

const KINDS = ['subscription', 'invoice', 'timer'] as const

/** Something that happens to an object by itself, and when: unix seconds. */
export interface ScheduledWork {
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

/** Returns whether things of this kind may have something happen to them by themselves. */
export function isTimed(kind: string): boolean {
  return KINDS.some((each) => each === kind)
}

/** Returns what falls due first; of what falls due together, what makes invoices goes before what sends them. */
export function firstDue(unit: UnitOfWork, { clock, until, except }: Wanted): ScheduledWork | undefined {
  let first: ScheduledWork | undefined
  for (const kind of KINDS) {
    for (const [id, at] of unit.collections[kind].due()) {
      if (at > until || (first && at >= first.at)) continue
      const work = { kind, id, at }
      if (!except.has(nameOf(work)) && clockOfWork(unit, work) === clock) first = work
    }
  }
  return first
}

/** Returns what is to happen to the thing a row keeps; undefined when nothing happens to it by itself. */
export function workOf(unit: UnitOfWork, kind: string, id: string): ScheduledWork | undefined {
  const known = KINDS.find((each) => each === kind)
  const at = known && dueAt(unit, known, id)
  return known && at !== null && at !== undefined ? { kind: known, id, at } : undefined
}

/** Returns the clock that work waits for; null for the emulator's own time. */
export function clockOfWork(unit: UnitOfWork, { kind, id }: ScheduledWork): string | null {
  return clockIdOf(unit, kind === 'timer' ? (unit.get('timer', id)?.object ?? id) : id)
}

export function nameOf({ id, at }: ScheduledWork): string {
  return `${id} ${at}`
}

function dueAt(unit: UnitOfWork, kind: ScheduledWork['kind'], id: string): number | null {
  const invoice = kind === 'invoice' && unit.get('invoice', id)
  if (invoice) return invoiceDue(invoice)
  const subscription = kind === 'subscription' && unit.get('subscription', id)
  if (subscription) return subscriptionDue(subscription)
  return kind === 'timer' ? (unit.get('timer', id)?.at ?? null) : null
}
