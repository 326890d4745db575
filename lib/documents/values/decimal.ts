import Big from 'big.js'
import { currencyRule, isCurrency } from '@/lib/money/currencies'
import { DECIMALS_MAX, decimalsOf, isDecimal, localDecimal, parseDecimal } from '@/lib/money/decimals'
import { formatMoney } from '@/lib/money/format'
import type { CheckContext, Fault, Kind, Typing } from './kind'

/** Stripe's limit for the decimals of a tax rate. */
export const TAX_DECIMALS_MAX = 4

/** A number, kept as decimal text such as `1234.5`. Empty is no fault: a draft may be unfinished. */
export const decimal: Kind<string> = {
  empty: '',
  parts: [],
  rule: (rules) => rules.decimal,
  read: (typed, typing) => readDecimal(typed, typing, DECIMALS_MAX),
  write: localDecimal,
}

/** How many: hours and minutes are read as hours, `1:45` as `1.75`. */
export const quantity: Kind<string> = {
  ...decimal,
  empty: '1',
  read(typed, typing) {
    const hours = hoursOf(typed)
    return hours === null ? decimal.read(typed, typing) : { value: hours }
  },
}

/** Major units of the document's currency. */
export const price: Kind<string> = {
  ...decimal,
  read: (typed, typing) => readDecimal(typed, typing, isWhole(typing.currency) ? 0 : DECIMALS_MAX),
}

export function checkQuantity(quantity: string): Fault | null {
  if (quantity === '') return { code: 'required', message: 'Enter a quantity.' }
  if (!isDecimal(quantity)) return { code: 'amount_invalid', message: 'Enter a number.' }
  if (Number(quantity) > 0) return null
  if (Number(quantity) === 0)
    return { code: 'quantity_zero', message: 'Enter a quantity above zero, or remove the line.' }
  const message = 'Keep the quantity above zero; to take money off, make the price negative.'
  return { code: 'quantity_negative', message }
}

/** Also what is wrong with the amount that the price leads to. */
export function checkPrice(price: string, { currency, amountMinor }: CheckContext): Fault | null {
  if (price === '') return { code: 'required', message: 'Enter a price.' }
  if (!isDecimal(price)) return { code: 'amount_invalid', message: 'Enter an amount.' }
  if (isWhole(currency) && decimalsOf(price) > 0) return tooFine(0)
  const { maximumMinor, stepMinor } = currencyRule(currency)
  const money = (minor: number) => formatMoney(minor, currency, 'en')
  if (Math.abs(amountMinor) > maximumMinor)
    return { code: 'amount_too_large', message: `A line holds at most ${money(maximumMinor)}.` }
  if (amountMinor % stepMinor === 0) return null
  return { code: 'currency_step', message: `Stripe needs amounts in steps of ${money(stepMinor)}.` }
}

/** Empty is no tax. */
export function checkTax(percent: string): Fault | null {
  return percent === '' ? null : checkPercent(percent, TAX_DECIMALS_MAX)
}

export function checkPercent(percent: string, decimalsMax: number): Fault | null {
  if (!isPercent(percent))
    return { code: 'percent_out_of_range', message: 'Enter a percentage from 0 to 100.' }
  return isDecimal(percent) && decimalsOf(percent) > decimalsMax ? tooFine(decimalsMax) : null
}

/** True for a decimal from 0 to 100. */
export function isPercent(text: string) {
  return isDecimal(text) && Number(text) >= 0 && Number(text) <= 100
}

export function tooFine(decimalsMax: number): Fault {
  if (decimalsMax > 0) return { code: 'too_many_decimals', message: `Use at most ${decimalsMax} decimals.` }
  const message = 'This currency has no decimals: enter a whole amount.'
  return { code: 'currency_has_no_decimals', message }
}

function readDecimal(
  typed: string,
  { locale }: Typing,
  maxDecimals: number,
): { value: string; fault?: Fault } {
  const parsed = parseDecimal(typed, locale, { maxDecimals })
  if (parsed.ok) return { value: parsed.value }
  if (parsed.code === 'required') return { value: '' }
  if (parsed.code === 'too_many_decimals') return { value: '', fault: tooFine(maxDecimals) }
  const message = `Enter a number, such as ${localDecimal('12.5', locale)}.`
  return { value: '', fault: { code: parsed.code, message } }
}

function hoursOf(text: string) {
  const [, hours, minutes] = /^\s*(\d{1,6}):([0-5]\d)\s*$/.exec(text) ?? []
  if (hours === undefined || minutes === undefined) return null
  return Big(hours).plus(Big(minutes).div(60)).round(DECIMALS_MAX).toString()
}

function isWhole(currency: string) {
  return isCurrency(currency) && currencyRule(currency).decimals === 0
}
