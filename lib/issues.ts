import type * as z from 'zod'
import type { FieldIssue } from './result'

/** Stable names of everything a person can be asked to put right. Tests, logs and screens rely on them. */
export type IssueCode =
  | 'invalid'
  | 'required'
  | 'too_long'
  | 'text_unreadable'
  | 'amount_invalid'
  | 'too_many_decimals'
  | 'currency_has_no_decimals'
  | 'currency_unknown'
  | 'currency_step'
  | 'amount_below_minimum'
  | 'amount_too_large'
  | 'quantity_zero'
  | 'quantity_negative'
  | 'percent_out_of_range'
  | 'discount_too_large'
  | 'discount_on_negative_line'
  | 'no_lines'
  | 'too_many_lines'
  | 'total_negative'
  | 'total_zero'
  | 'client_required'
  | 'client_email_required'
  | 'date_invalid'
  | 'due_days_invalid'
  | 'due_in_past'
  | 'due_too_far'
  | 'email_invalid'
  | 'email_not_ascii'
  | 'password_too_short'
  | 'password_too_long'
  | 'time_zone_unknown'
  | 'country_unknown'

/** `field` is a path such as `lines.2.quantity`, or `total` for the sum. */
export type Issue = FieldIssue & { code: IssueCode }

/** The options of a zod rule that carries one of our codes. */
export function withCode(code: IssueCode, message: string) {
  return { error: message, params: { code } }
}

/** A failed parse as our issues. What zod itself refuses (a wrong type, an unknown key) is `invalid`. */
export function issuesOf(error: z.ZodError): Issue[] {
  return error.issues.map((issue) => ({
    field: issue.path.join('.'),
    code: issue.code === 'custom' && isIssueCode(issue.params?.code) ? issue.params.code : 'invalid',
    message: issue.message,
  }))
}

// Only `withCode` writes `params.code`, and its argument is checked by the compiler.
function isIssueCode(value: unknown): value is IssueCode {
  return typeof value === 'string'
}
