import Big from 'big.js'
import type { Issue, IssueCode } from '@/lib/issues'
import { currencyRule, isCurrency } from '@/lib/money/currencies'
import { DECIMALS_MAX, localDecimal, type ParsedDecimal, parseDecimal } from '@/lib/money/decimals'
import type { Draft, DraftLine } from './draft'
import type { Discount } from './values/discount'

/**
 * A form's draft, its numbers in the writer's locale, with decimals in their place. What cannot be read becomes
 * empty here and stays as typed in the form, beside its issue. Empty cells are no issue: a draft may be unfinished.
 */
export function readDraft(typed: Draft, locale: string): { draft: Draft; issues: Issue[] } {
  const issues: Issue[] = []
  const priceDecimals =
    isCurrency(typed.currency) && currencyRule(typed.currency).decimals === 0 ? 0 : DECIMALS_MAX
  const read = (field: string, text: string, maxDecimals = DECIMALS_MAX) => {
    const parsed = parseDecimal(text, locale, { maxDecimals })
    if (parsed.ok) return parsed.value
    if (parsed.code !== 'required') issues.push({ field, ...reasonFor(parsed.code, maxDecimals, locale) })
    return ''
  }
  const readDiscount = (discount: Discount | null, path: string) =>
    discount && { ...discount, value: read(`${path}.value`, discount.value) }
  const readLine = (line: DraftLine, i: number): DraftLine => ({
    ...line,
    quantity: hoursOf(line.quantity) ?? read(`lines.${i}.quantity`, line.quantity),
    unitPrice: read(`lines.${i}.unitPrice`, line.unitPrice, priceDecimals),
    taxPercent: read(`lines.${i}.taxPercent`, line.taxPercent),
    discount: readDiscount(line.discount, `lines.${i}.discount`),
  })
  const lines = typed.lines.map(readLine)
  return { draft: { ...typed, lines, discount: readDiscount(typed.discount, 'discount') }, issues }
}

/** A draft as the form shows it: the inverse of `readDraft`. */
export function typedDraft(draft: Draft, locale: string): Draft {
  const write = (decimal: string) => localDecimal(decimal, locale)
  const writeDiscount = (discount: Discount | null) =>
    discount && { ...discount, value: write(discount.value) }
  return {
    ...draft,
    discount: writeDiscount(draft.discount),
    lines: draft.lines.map((line) => ({
      ...line,
      quantity: write(line.quantity),
      unitPrice: write(line.unitPrice),
      taxPercent: write(line.taxPercent),
      discount: writeDiscount(line.discount),
    })),
  }
}

/** Hours and minutes as a quantity of hours: `1:45` → `1.75`. Null for anything else. */
function hoursOf(text: string) {
  const [, hours, minutes] = /^\s*(\d{1,6}):([0-5]\d)\s*$/.exec(text) ?? []
  if (hours === undefined || minutes === undefined) return null
  return Big(hours).plus(Big(minutes).div(60)).round(DECIMALS_MAX).toString()
}

type Unread = Extract<ParsedDecimal, { ok: false }>['code']

function reasonFor(code: Unread, maxDecimals: number, locale: string): { code: IssueCode; message: string } {
  if (code !== 'too_many_decimals')
    return { code, message: `Enter a number, such as ${localDecimal('12.5', locale)}.` }
  if (maxDecimals > 0) return { code, message: `Use at most ${maxDecimals} decimals.` }
  return { code: 'currency_has_no_decimals', message: 'This currency has no decimals: enter a whole amount.' }
}
