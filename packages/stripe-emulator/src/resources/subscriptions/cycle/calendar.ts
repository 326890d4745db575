/** How often a price is billed. */
export interface Every {
  interval: string
  count: number
}

export interface Period {
  /** Unix seconds. */
  start: number
  end: number
}

const DAY_SECONDS = 86_400
const FIXED_SECONDS: Record<string, number> = { day: DAY_SECONDS, week: 7 * DAY_SECONDS }
const MONTHS: Record<string, number> = { month: 1, year: 12 }

/**
 * Returns the moment so many intervals after another, in unix seconds. Months and years go by the calendar in UTC, and a day
 * that a month lacks is its last one: a month after 31 January is 28 February, two months are 31 March.
 */
export function later(moment: number, { interval, count }: Every, times = 1): number {
  const fixed = FIXED_SECONDS[interval]
  if (fixed !== undefined) return moment + fixed * count * times
  return monthsLater(moment, (MONTHS[interval] ?? 1) * count * times)
}

/** Returns the period of a cycle that holds a moment; a moment on the edge of two belongs to the later one. */
export function periodAt(anchor: number, every: Every, moment: number): Period {
  const lengthSeconds = later(anchor, every) - anchor
  let times = Math.floor((moment - anchor) / lengthSeconds)
  while (later(anchor, every, times) > moment) times -= 1
  while (later(anchor, every, times + 1) <= moment) times += 1
  return { start: later(anchor, every, times), end: later(anchor, every, times + 1) }
}

/** Returns how long an interval is, roughly: enough to tell the shorter of two. */
export function roughSeconds({ interval, count }: Every): number {
  return (FIXED_SECONDS[interval] ?? (MONTHS[interval] ?? 1) * 30 * DAY_SECONDS) * count
}

function monthsLater(moment: number, months: number): number {
  const date = new Date(moment * 1000)
  const day = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(day, lastDay))
  return date.getTime() / 1000
}
