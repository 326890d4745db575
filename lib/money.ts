import Big from 'big.js'
import { currencyRule, exponentOf } from './currencies'
import { DECIMALS_MAX, type Decimal, type DecimalRefusal, parseDecimal, roundHalfUp } from './decimals'
import { remembered } from './remembered'

export type ParsedAmount =
  | { ok: true; minor: number }
  | { ok: false; code: DecimalRefusal | 'currency_has_no_decimals' | 'currency_step' | 'amount_too_large' }

/** What a person typed in their locale, as minor units. Refused rather than rounded when it is too fine. */
export function parseAmount(text: string, currency: string, locale: string): ParsedAmount {
  const { decimals, stepMinor, maximumMinor } = currencyRule(currency)
  const parsed = parseDecimal(text, locale, { maxDecimals: decimals })
  if (!parsed.ok) {
    const pointless = parsed.code === 'too_many_decimals' && decimals === 0
    return { ok: false, code: pointless ? 'currency_has_no_decimals' : parsed.code }
  }
  const minor = minorFromMajor(parsed.value, currency)
  if (Math.abs(minor) > maximumMinor) return { ok: false, code: 'amount_too_large' }
  return minor % stepMinor === 0 ? { ok: true, minor } : { ok: false, code: 'currency_step' }
}

/** `12.34` USD → 1234. Throws on what is finer than a minor unit: rounding is the totals' business alone. */
export function minorFromMajor(decimal: string, currency: string) {
  const minor = Big(decimal).times(Big(10).pow(exponentOf(currency)))
  const rounded = roundHalfUp(minor)
  if (!minor.eq(rounded)) throw new RangeError(`${decimal} ${currency} is not a whole number of minor units`)
  return rounded
}

/** 1234 USD → `12.34`: every decimal of the currency, none more. */
export function toMajor(minor: number | bigint, currency: string) {
  const { exponent, decimals } = currencyRule(currency)
  const major = Big(minor.toString()).div(Big(10).pow(exponent))
  return major.eq(major.round(decimals)) ? major.toFixed(decimals) : major.toFixed(exponent)
}

export type MoneyStyle = {
  /** `narrow` is `$`, `wide` is `US$` where a reader could take it for another dollar, `code` is `USD`. */
  symbol?: 'narrow' | 'wide' | 'code' | 'none'
}

/** Minor units as a person reads them: `€1,234.50`. */
export function formatMoney(
  minor: number | bigint,
  currency: string,
  locale: string,
  style: MoneyStyle = {},
) {
  return formatMajor(toMajor(minor, currency), currency, locale, style)
}

/** A price of one, in major units, with the decimals it has beyond the currency's own: `$0.0125`. */
export function formatUnitPrice(decimal: string, currency: string, locale: string, style: MoneyStyle = {}) {
  return formatMajor(decimal, currency, locale, style)
}

// Text all the way: Intl reads decimals exactly, a float would not hold them.
function formatMajor(major: string, currency: string, locale: string, { symbol = 'wide' }: MoneyStyle) {
  if (!isNumber(major)) throw new RangeError(`Not a number: ${major}`)
  return moneyFormat([locale, currency, symbol].join(' ')).format(major)
}

// A sum may be longer than a decimal that someone may enter.
function isNumber(text: string): text is Decimal {
  return /^-?\d+(\.\d+)?$/.test(text)
}

const DISPLAY: Record<string, 'narrowSymbol' | 'symbol' | 'code'> = { narrow: 'narrowSymbol', code: 'code' }

const moneyFormat = remembered((key) => {
  const [locale, currency = '', symbol = 'wide'] = key.split(' ')
  return new Intl.NumberFormat(locale, {
    ...(symbol !== 'none' && { style: 'currency', currency, currencyDisplay: DISPLAY[symbol] ?? 'symbol' }),
    numberingSystem: 'latn',
    minimumFractionDigits: currencyRule(currency).decimals,
    maximumFractionDigits: DECIMALS_MAX,
  })
})
