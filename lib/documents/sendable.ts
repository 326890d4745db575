import { addDays, isCalendarDate } from '@/lib/dates'
import type { Issue, IssueCode } from '@/lib/issues'
import { currencyRule, isCurrency } from '@/lib/money/currencies'
import { formatMoney } from '@/lib/money/format'
import { type Draft, LINES_FULL, LINES_MAX } from './draft'
import { checkDiscount, checkLine } from './sendable-line'
import { computeTotals, type Totals } from './totals/totals'
import { DUE_DAYS_MAX, type Terms } from './values/terms'

export type SendContext = {
  /** The workspace's calendar date. */
  today: string
  /** Null when the client has none, or there is no client. */
  clientEmail: string | null
}

/** Everything that keeps a draft from being sent, field by field; the form and the action ask the same. */
export function checkSendable(draft: Draft, context: SendContext): Issue[] {
  const { currency, lines } = draft
  if (!isCurrency(currency)) return refuse('currency', 'currency_unknown', 'Choose a currency.')
  const totals = computeTotals(draft)
  const sums = [
    ...checkCount(lines.length),
    ...lines.flatMap((line, i) => checkLine(line, `lines.${i}`, currency, totals.lines[i]?.amountMinor ?? 0)),
    ...checkDiscount(draft.discount, 'discount', currency, totals.subtotalMinor),
  ]
  return [
    ...checkClient(draft.clientId, context.clientEmail),
    ...checkTerms(draft.terms, context.today),
    ...sums,
    // The total says nothing while a part of it is missing or wrong.
    ...(sums.length === 0 ? checkTotal(totals, currency) : []),
  ]
}

function checkClient(clientId: string | null, email: string | null) {
  if (clientId === null) return refuse('clientId', 'client_required', 'Choose who to bill.')
  if (email) return []
  return refuse(
    'clientId',
    'client_email_required',
    'Add an e-mail address to this client: the invoice goes there.',
  )
}

function checkTerms(terms: Terms, today: string) {
  if (terms.kind === 'days') {
    const isWhole = Number.isInteger(terms.days) && terms.days >= 0 && terms.days <= DUE_DAYS_MAX
    return isWhole
      ? []
      : refuse('terms.days', 'due_days_invalid', `Enter whole days from 0 to ${DUE_DAYS_MAX}.`)
  }
  if (!isCalendarDate(terms.date)) return refuse('terms.date', 'date_invalid', 'Choose a date that exists.')
  if (terms.date < today) return refuse('terms.date', 'due_in_past', 'Choose today or a later date.')
  if (terms.date <= addDays(today, DUE_DAYS_MAX)) return []
  return refuse('terms.date', 'due_too_far', 'Choose a date within five years.')
}

function checkCount(count: number) {
  if (count === 0) return refuse('lines', 'no_lines', 'Add a line with what you are billing for.')
  if (count <= LINES_MAX) return []
  return refuse('lines', 'too_many_lines', LINES_FULL)
}

function checkTotal({ totalMinor }: Totals, currency: string) {
  const { minimumMinor, maximumMinor, stepMinor } = currencyRule(currency)
  const money = (minor: number) => formatMoney(minor, currency, 'en')
  if (totalMinor < 0) {
    return refuse('total', 'total_negative', 'The total is below zero. Take out some of the reductions.')
  }
  if (totalMinor === 0) {
    return refuse('total', 'total_zero', 'The total is zero, so there is nothing to pay. Add an amount.')
  }
  if (totalMinor < minimumMinor) {
    return refuse(
      'total',
      'amount_below_minimum',
      `Stripe collects ${money(minimumMinor)} or more. Raise the total.`,
    )
  }
  if (totalMinor > maximumMinor) {
    return refuse(
      'total',
      'amount_too_large',
      `Stripe collects at most ${money(maximumMinor)}. Split the invoice.`,
    )
  }
  if (totalMinor % stepMinor === 0) return []
  return refuse(
    'total',
    'currency_step',
    `Stripe needs a total in steps of ${money(stepMinor)}. Adjust a line.`,
  )
}

function refuse(field: string, code: IssueCode, message: string): Issue[] {
  return [{ field, code, message }]
}
