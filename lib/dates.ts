import { remembered } from './text/remembered'

const DAY_SECONDS = 86_400
const HOUR_SECONDS = 3_600

/** True for a day that exists, as `YYYY-MM-DD`, in the years 1000 to 2999. */
export function isCalendarDate(text: string) {
  return /^[12]\d{3}-\d\d-\d\d$/.test(text) && addDays(text, 0) === text
}

/** The calendar date `days` later, or earlier when negative. */
export function addDays(date: string, days: number) {
  const midnight = new Date(`${date}T00:00:00Z`)
  midnight.setUTCDate(midnight.getUTCDate() + days)
  return Number.isNaN(midnight.getTime()) ? '' : midnight.toISOString().slice(0, 10)
}

/** Whole days from one calendar date to another: negative when `to` is earlier. */
export function daysBetween(from: string, to: string) {
  return (Date.parse(to) - Date.parse(from)) / (DAY_SECONDS * 1000)
}

/** The calendar date in a time zone at a moment. */
export function todayIn(zone: string, now: Date) {
  return wallClock(zone, now.getTime()).slice(0, 10)
}

export function dateInZone(unixSeconds: number, zone: string) {
  return wallClock(zone, unixSeconds * 1000).slice(0, 10)
}

/**
 * The last second of a day in a time zone, as unix seconds. Where clocks skip or repeat that second, it is the
 * last moment before the next day begins.
 */
export function endOfDayIn(zone: string, date: string) {
  const end = Date.parse(`${date}T23:59:59Z`) / 1000
  // Zones lie between 12 hours behind and 14 ahead of UTC: the day has not ended at `low` and has at `high`.
  let low = end - 15 * HOUR_SECONDS
  let high = end + 13 * HOUR_SECONDS
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (dateInZone(middle, zone) <= date) low = middle
    else high = middle
  }
  return low
}

/** True for a zone of the IANA database, its old names included. Bare offsets such as `+05:30` are refused. */
export function isTimeZone(text: string) {
  if (!/^[A-Za-z]/.test(text)) return false
  try {
    clockOf(text)
    return true
  } catch {
    return false
  }
}

/** `5 Jan 2027`, in the order and words of a locale. */
export function formatDate(date: string, locale: string) {
  return dateFormat(locale).format(new Date(`${date}T00:00:00Z`))
}

/** `tomorrow`, `in 3 days`, `5 days ago`, in the words of a locale. */
export function relativeDays(date: string, today: string, locale: string) {
  return relativeFormat(locale).format(daysBetween(today, date), 'day')
}

// `YYYY-MM-DD, HH:mm:ss`: Swedish writes dates as ISO does.
function wallClock(zone: string, unixMilliseconds: number) {
  return clockOf(zone).format(unixMilliseconds)
}

const clockOf = remembered((timeZone) => new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }))
const dateFormat = remembered(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }),
)
const relativeFormat = remembered((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))
