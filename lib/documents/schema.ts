import * as z from 'zod'

import { isCalendarDate } from '@/lib/dates'
import { withCode } from '@/lib/issues'
import { DECIMALS_MAX, isDecimal } from '@/lib/money/decimals'
import { currencyCode } from '@/lib/money/schema'
import { plainText } from '@/lib/text/schema'
import { DESCRIPTION_MAX, type Draft, FOOTER_MAX, LINES_FULL, LINES_MAX, MEMO_MAX } from './draft'
import { checkSendable, type SendContext } from './sendable'
import { DUE_DAYS_MAX } from './values/terms'

// Empty means not filled in yet: a draft may be saved at any moment.
const decimalText = z
  .string()
  .refine((text) => !/\.\d{13}/.test(text), {
    ...withCode('too_many_decimals', `Use at most ${DECIMALS_MAX} decimals.`),
    abort: true,
  })
  .refine((text) => text === '' || isDecimal(text), withCode('amount_invalid', 'Enter a number.'))

const discountSchema = z.strictObject({ kind: z.enum(['percent', 'amount']), value: decimalText })

const termsSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('days'),
    days: z
      .number()
      .refine(
        (days) => Number.isInteger(days) && days >= 0 && days <= DUE_DAYS_MAX,
        withCode('due_days_invalid', `Enter whole days from 0 to ${DUE_DAYS_MAX}.`),
      ),
  }),
  z.strictObject({
    kind: z.literal('date'),
    date: z
      .string()
      .refine(
        (date) => date === '' || isCalendarDate(date),
        withCode('date_invalid', 'Choose a date that exists.'),
      ),
  }),
])

const lineSchema = z.strictObject({
  id: z.uuid(),
  description: plainText(DESCRIPTION_MAX),
  quantity: decimalText,
  unitPrice: decimalText,
  taxPercent: decimalText,
  discount: discountSchema.nullable(),
})

/** A draft that may be saved: well formed, perhaps unfinished. Numbers are decimals, not what a locale writes. */
export const draftSchema = z.strictObject({
  clientId: z.uuid().nullable(),
  currency: currencyCode,
  taxBehavior: z.enum(['exclusive', 'inclusive']),
  terms: termsSchema,
  memo: plainText(MEMO_MAX),
  footer: plainText(FOOTER_MAX),
  discount: discountSchema.nullable(),
  lines: z
    .array(lineSchema)
    .refine((lines) => lines.length <= LINES_MAX, withCode('too_many_lines', LINES_FULL)),
}) satisfies z.ZodType<Draft>

/** A draft with everything it needs to be sent. @internal Tests hold the two checks to each other by it. */
export function sendableSchema(context: SendContext) {
  return draftSchema.superRefine((draft, ctx) => {
    for (const { field, code, message } of checkSendable(draft, context)) {
      ctx.addIssue({ code: 'custom', path: field.split('.'), message, params: { code } })
    }
  })
}
