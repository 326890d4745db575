export const STEPS = ['hour', 'day', 'week', 'month'] as const

export type Step = (typeof STEPS)[number]

export const STEP_LABEL: Record<Step, string> = {
  hour: '1 hour',
  day: '1 day',
  week: '1 week',
  month: '1 month',
}

const HOUR = 3600
const DAY = 24 * HOUR
const YEARS_AT_MOST = 5
const FAR = YEARS_AT_MOST * 366 * DAY

/** Returns where a posted step or date leads to, in Unix seconds; or why it leads nowhere. Dates are UTC. */
export function timeAsked(
  { step, to }: { step: string; to: string },
  now: number,
): { at: number } | { problem: string } {
  const known = STEPS.find((each) => each === step)
  if (known) return { at: after(known, now) }
  const at = Math.floor(Date.parse(`${to}Z`) / 1000)
  if (!Number.isFinite(at)) return { problem: 'Choose a day and an hour.' }
  if (at <= now) return { problem: 'Time moves forward only: choose a later moment.' }
  if (at > now + FAR) return { problem: `At most ${YEARS_AT_MOST} years on.` }
  return { at }
}

function after(step: Step, now: number): number {
  if (step === 'hour') return now + HOUR
  if (step === 'day') return now + DAY
  return step === 'week' ? now + 7 * DAY : monthAfter(now)
}

/** The same day of the next month, or its last day when that is shorter. */
function monthAfter(now: number): number {
  const date = new Date(now * 1000)
  const day = date.getUTCDate()
  date.setUTCMonth(date.getUTCMonth() + 1)
  if (date.getUTCDate() !== day) date.setUTCDate(0)
  return Math.floor(date.getTime() / 1000)
}
