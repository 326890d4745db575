import { isCalendarDate } from '@/lib/dates'
import { AS_TYPED, type Fault, type Kind } from './kind'

/** Days from the first to the last, both inside, as `YYYY-MM-DD`; empty while they are being chosen. */
export type Period = { from: string; to: string }

export const period: Kind<Period | null> = {
  ...AS_TYPED,
  empty: null,
  parts: ['from', 'to'],
  rule: (rules) => rules.parts({ from: rules.day, to: rules.day }).nullable(),
}

export function checkPeriod(period: Period | null): Fault | null {
  if (!period) return null
  const message = 'Choose the first and the last day, or remove the period.'
  if (!isCalendarDate(period.from)) return { part: 'from', code: 'date_invalid', message }
  if (!isCalendarDate(period.to)) return { part: 'to', code: 'date_invalid', message }
  if (period.to >= period.from) return null
  return { part: 'to', code: 'date_invalid', message: 'Choose a last day that is not before the first.' }
}

export function periodWords(period: Period | null) {
  return period ? `, ${period.from || '?'} to ${period.to || '?'}` : ''
}
