import { addDays } from '@/lib/dates'

/** When an invoice falls due: days after it is sent, or a calendar date. */
export type Terms = { kind: 'days'; days: number } | { kind: 'date'; date: string }

/** Zero means on receipt. */
export const DUE_DAYS_PRESETS = [0, 7, 14, 30, 45, 60, 90] as const
/** Five years: further away is a slip of the finger. */
export const DUE_DAYS_MAX = 1826

/** The due date in the workspace's calendar if the invoice is sent `today`. */
export function dueDateOf(terms: Terms, today: string) {
  return terms.kind === 'date' ? terms.date : addDays(today, terms.days)
}

export function termsLabel(days: number) {
  if (days === 0) return 'Due on receipt'
  return days === 1 ? 'Due in 1 day' : `Due in ${days} days`
}
