/** Returns a Unix time as a calendar day of the account's zone: "December 1, 2026". An unknown zone counts as UTC. */
export function formatDay(seconds: number, timeZone: string): string {
  return format(seconds, timeZone, { dateStyle: 'long' })
}

/** Returns a Unix time to the second: "Dec 1, 2026, 14:03:07". */
export function formatMoment(seconds: number, timeZone = 'UTC'): string {
  return format(seconds, timeZone, { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' })
}

/** Returns a Unix time as a day and a minute: "Saturday, November 28, 2026 at 14:03". UTC. */
export function formatMinute(seconds: number): string {
  return format(seconds, 'UTC', { dateStyle: 'full', timeStyle: 'short', hourCycle: 'h23' })
}

function format(seconds: number, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(seconds * 1000)
  try {
    return new Intl.DateTimeFormat('en-US', { ...options, timeZone }).format(date)
  } catch {
    return new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' }).format(date)
  }
}
