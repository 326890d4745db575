import { todayIn } from './dates'

/** Differences up to here are a network's and a rounded second's doing, and none of a clock's. */
const TOLERANCE_MS = 5_000
/** HTTP tells time in whole seconds, cut off. */
const RESOLUTION_MS = 1_000

declare global {
  // Of the process: a build holds several copies of this module.
  var centwiseAheadMs: number | undefined
}

/** The only place that asks what time it is. */
export const clock = {
  /** The time of everything that invoices are about: Stripe's, as far as this process knows it. */
  now: () => new Date(Date.now() + clock.aheadMs()),

  /** The time of this machine, for sessions, limits and signatures; leases go by the database's `now()`. */
  wall: () => new Date(),

  /** The calendar date in a time zone, by the time of the domain. */
  today: (timeZone: string) => todayIn(timeZone, clock.now()),

  /** How far Stripe's clock is ahead of this machine's, in milliseconds; 0 while they agree within seconds. */
  aheadMs: () => globalThis.centwiseAheadMs ?? 0,

  /**
   * Learns from the `Date` header of an answer of Stripe's, asked for at `askedAt` by the wall clock. An emulator that
   * was moved ahead and a machine that goes wrong are the same case. What is known stays while it may be true.
   */
  learn(header: unknown, askedAt: Date) {
    const theirs = typeof header === 'string' ? Date.parse(header) : Number.NaN
    if (Number.isNaN(theirs)) return
    const least = theirs - Date.now()
    const most = theirs + RESOLUTION_MS - askedAt.getTime()
    const known = clock.aheadMs()
    if (known >= least - TOLERANCE_MS && known <= most + TOLERANCE_MS) return
    const middle = (least + most) / 2
    const whole = Math.round(middle / RESOLUTION_MS) * RESOLUTION_MS
    globalThis.centwiseAheadMs = Math.abs(middle) <= TOLERANCE_MS ? 0 : whole
  },
}
