import { addDays, isCalendarDate } from '@/lib/dates'
import { AS_TYPED, type CheckContext, type Fault, type Kind } from './kind'

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

export const terms: Kind<Terms> = {
  ...AS_TYPED,
  empty: { kind: 'days', days: 0 },
  parts: ['days', 'date'],
  rule: (rules) => rules.terms,
}

export function termsWords(terms: Terms) {
  return terms.kind === 'days' ? termsLabel(terms.days) : terms.date
}

/** What keeps terms from being those of a document that is sent today. */
export function checkTerms(terms: Terms, { today }: CheckContext): Fault | null {
  if (terms.kind === 'days') return isDueDays(terms.days) ? null : DUE_DAYS_INVALID
  if (!isCalendarDate(terms.date)) return DATE_INVALID
  if (terms.date < today) return { ...AT_DATE, code: 'due_in_past', message: 'Choose today or a later date.' }
  if (terms.date <= addDays(today, DUE_DAYS_MAX)) return null
  return { ...AT_DATE, code: 'due_too_far', message: 'Choose a date within five years.' }
}

export function isDueDays(days: number) {
  return Number.isInteger(days) && days >= 0 && days <= DUE_DAYS_MAX
}

const AT_DATE = { part: 'date' }
export const DATE_INVALID: Fault = {
  ...AT_DATE,
  code: 'date_invalid',
  message: 'Choose a date that exists.',
}
export const DUE_DAYS_INVALID: Fault = {
  part: 'days',
  code: 'due_days_invalid',
  message: `Enter whole days from 0 to ${DUE_DAYS_MAX}.`,
}
