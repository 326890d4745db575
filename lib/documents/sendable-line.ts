import type { Issue, IssueCode } from '@/lib/issues'
import { currencyRule } from '@/lib/money/currencies'
import { decimalsOf, isDecimal } from '@/lib/money/decimals'
import { formatMoney } from '@/lib/money/format'
import { minorFromMajor } from '@/lib/money/minor-units'
import { isBlank } from '@/lib/text/plain-text'
import type { DraftLine } from './draft'
import type { Discount } from './values/discount'

/** Stripe's limits for the decimals of a tax rate and of a coupon. */
export const TAX_DECIMALS_MAX = 4
export const DISCOUNT_DECIMALS_MAX = 2

type Found = [code: IssueCode, message: string] | null

/** What keeps one line from being sent. `path` is where it stands, such as `lines.2`. */
export function checkLine(line: DraftLine, path: string, currency: string, amountMinor: number): Issue[] {
  const found: [field: string, found: Found][] = [
    ['description', isBlank(line.description) ? ['required', 'Say what you are billing for.'] : null],
    ['quantity', checkQuantity(line.quantity)],
    ['unitPrice', checkPrice(line.unitPrice, currency) ?? checkAmount(amountMinor, currency)],
    ['taxPercent', line.taxPercent === '' ? null : checkPercent(line.taxPercent, TAX_DECIMALS_MAX)],
  ]
  return [
    ...found.flatMap(([field, issue]) => issuesAt(`${path}.${field}`, issue)),
    ...checkDiscount(line.discount, `${path}.discount`, currency, amountMinor),
  ]
}

/** What is wrong with a discount on `baseMinor`. */
export function checkDiscount(discount: Discount | null, path: string, currency: string, baseMinor: number) {
  if (!discount) return []
  return issuesAt(`${path}.value`, discountIssue(discount, currency, baseMinor))
}

function discountIssue({ kind, value }: Discount, currency: string, baseMinor: number): Found {
  if (value === '') return ['required', 'Enter the discount, or remove it.']
  if (!isDecimal(value) || Number(value) <= 0) return ['amount_invalid', 'Enter a discount above zero.']
  if (baseMinor < 0) return ['discount_on_negative_line', 'A negative amount cannot be discounted.']
  if (kind === 'percent') return checkPercent(value, DISCOUNT_DECIMALS_MAX)
  const { decimals } = currencyRule(currency)
  if (decimalsOf(value) > decimals) return tooFine(decimals)
  if (minorFromMajor(value, currency) <= baseMinor) return null
  return ['discount_too_large', `Take off at most ${formatMoney(baseMinor, currency, 'en')}.`]
}

function checkQuantity(quantity: string): Found {
  if (quantity === '') return ['required', 'Enter a quantity.']
  if (!isDecimal(quantity)) return ['amount_invalid', 'Enter a number.']
  if (Number(quantity) === 0) return ['quantity_zero', 'Enter a quantity above zero, or remove the line.']
  if (Number(quantity) > 0) return null
  return ['quantity_negative', 'Keep the quantity above zero; to take money off, make the price negative.']
}

function checkPrice(price: string, currency: string): Found {
  if (price === '') return ['required', 'Enter a price.']
  if (!isDecimal(price)) return ['amount_invalid', 'Enter an amount.']
  return currencyRule(currency).decimals === 0 && decimalsOf(price) > 0 ? tooFine(0) : null
}

function checkAmount(amountMinor: number, currency: string): Found {
  const { maximumMinor, stepMinor } = currencyRule(currency)
  const money = (minor: number) => formatMoney(minor, currency, 'en')
  if (Math.abs(amountMinor) > maximumMinor)
    return ['amount_too_large', `A line holds at most ${money(maximumMinor)}.`]
  if (amountMinor % stepMinor === 0) return null
  return ['currency_step', `Stripe needs amounts in steps of ${money(stepMinor)}.`]
}

function checkPercent(percent: string, decimalsMax: number): Found {
  const isInRange = isDecimal(percent) && Number(percent) >= 0 && Number(percent) <= 100
  if (!isInRange) return ['percent_out_of_range', 'Enter a percentage from 0 to 100.']
  return decimalsOf(percent) > decimalsMax ? tooFine(decimalsMax) : null
}

function tooFine(decimalsMax: number): Found {
  if (decimalsMax === 0)
    return ['currency_has_no_decimals', 'This currency has no decimals: enter a whole amount.']
  return ['too_many_decimals', `Use at most ${decimalsMax} decimals.`]
}

function issuesAt(field: string, found: Found): Issue[] {
  return found ? [{ field, code: found[0], message: found[1] }] : []
}
