import { type Draft, LINES_FULL, LINES_MAX } from '@/lib/documents/draft/draft'
import type { Fields, ValuesOf } from '@/lib/documents/field'
import { inPageOrder } from '@/lib/documents/field-path'
import { DOCUMENT_FIELDS, LINE_FIELDS } from '@/lib/documents/fields'
import { computeTotals, type Totals } from '@/lib/documents/totals/totals'
import { type CheckContext, issueAt } from '@/lib/documents/values/kind'
import type { Issue, IssueCode } from '@/lib/issues'
import { currencyRule, isCurrency } from '@/lib/money/currencies'
import { formatMoney } from '@/lib/money/format'

export type SendContext = Pick<CheckContext, 'today' | 'clientEmail'>

/** Everything that keeps a draft from being sent, in the order of the page; the form and the action ask the same. */
export function checkSendable(draft: Draft, context: SendContext): Issue[] {
  const { currency, lines } = draft
  if (!isCurrency(currency)) return issue('currency', 'currency_unknown', 'Choose a currency.')
  const totals = computeTotals(draft)
  const issues = [
    ...checkFields(DOCUMENT_FIELDS, draft, '', { ...context, currency, amountMinor: totals.subtotalMinor }),
    ...checkCount(lines.length),
    ...lines.flatMap((line, i) => {
      const amountMinor = totals.lines[i]?.amountMinor ?? 0
      return checkFields(LINE_FIELDS, line, `lines.${i}.`, { ...context, currency, amountMinor })
    }),
  ]
  // The total says nothing while a part of it is missing or wrong.
  const isSummed = !issues.some(({ field }) => field.startsWith('lines') || field.startsWith('discount'))
  return inPageOrder([...issues, ...(isSummed ? checkTotal(totals, currency) : [])])
}

function checkFields<F extends Fields>(fields: F, values: ValuesOf<F>, path: string, context: CheckContext) {
  return Object.entries<Fields[string]>(fields).flatMap(([name, field]) => {
    const fault = field.check?.(values[name], context)
    return fault ? [issueAt(`${path}${name}`, fault)] : []
  })
}

function checkCount(count: number) {
  if (count === 0) return issue('lines', 'no_lines', 'Add a line with what you are billing for.')
  if (count <= LINES_MAX) return []
  return issue('lines', 'too_many_lines', LINES_FULL)
}

function checkTotal({ totalMinor }: Totals, currency: string) {
  const { minimumMinor, maximumMinor, stepMinor } = currencyRule(currency)
  const money = (minor: number) => formatMoney(minor, currency, 'en')
  if (totalMinor < 0) {
    return issue('total', 'total_negative', 'The total is below zero. Take out some of the reductions.')
  }
  if (totalMinor === 0) {
    return issue('total', 'total_zero', 'The total is zero, so there is nothing to pay. Add an amount.')
  }
  if (totalMinor < minimumMinor) {
    return issue(
      'total',
      'amount_below_minimum',
      `Stripe collects ${money(minimumMinor)} or more. Raise the total.`,
    )
  }
  if (totalMinor > maximumMinor) {
    return issue(
      'total',
      'amount_too_large',
      `Stripe collects at most ${money(maximumMinor)}. Split the invoice.`,
    )
  }
  if (totalMinor % stepMinor === 0) return []
  return issue(
    'total',
    'currency_step',
    `Stripe needs a total in steps of ${money(stepMinor)}. Adjust a line.`,
  )
}

function issue(field: string, code: IssueCode, message: string): Issue[] {
  return [{ field, code, message }]
}
