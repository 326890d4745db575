import * as z from 'zod'
import { isCalendarDate } from '@/lib/dates'
import { withCode } from '@/lib/issues'
import { DECIMALS_MAX, isDecimal } from '@/lib/money/decimals'
import { currencyCode } from '@/lib/money/schema'
import { lineOfText, plainText } from '@/lib/text/schema'
import type { Fault } from './kind'
import { DATE_INVALID, DUE_DAYS_INVALID, isDueDays } from './terms'

/** What may be kept of each kind of value. Empty means not filled in yet: a draft may be saved at any moment. */

export const id = z.uuid()
export const text = plainText
export const line = lineOfText
export const parts = z.strictObject
export const currency = currencyCode

export const decimal = z
  .string()
  .refine((text) => !/\.\d{13}/.test(text), {
    ...withCode('too_many_decimals', `Use at most ${DECIMALS_MAX} decimals.`),
    abort: true,
  })
  .refine((text) => text === '' || isDecimal(text), withCode('amount_invalid', 'Enter a number.'))

export const discount = parts({ kind: z.enum(['percent', 'amount']), value: decimal })

export const day = z.string().refine((date) => date === '' || isCalendarDate(date), codeOf(DATE_INVALID))

export const terms = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('days'),
    days: z.number().refine(isDueDays, codeOf(DUE_DAYS_INVALID)),
  }),
  z.strictObject({ kind: z.literal('date'), date: day }),
])

export function oneOf<Word extends string>(names: Record<Word, string>) {
  return z.literal(words(names))
}

function words<Word extends string>(names: Record<Word, string>) {
  return Object.keys(names) as Word[]
}

function codeOf({ code, message }: Fault) {
  return withCode(code, message)
}
