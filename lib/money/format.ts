import { remembered } from '@/lib/text/remembered'
import { currencyRule } from './currencies'
import type { Decimal } from './decimals'

/** More than a price may have; no runtime takes more. */
const FRACTION_DIGITS_MAX = 20

/** 1234 USD → `12.34`: every decimal of the currency, none more. Digits only move, so no arithmetic is needed. */
export function toMajor(minor: number | bigint, currency: string) {
  const { exponent, decimals } = currencyRule(currency)
  const [sign, size] = minor < 0 ? ['-', `${minor}`.slice(1)] : ['', `${minor}`]
  const digits = size.padStart(exponent + 1, '0')
  const whole = digits.slice(0, digits.length - exponent)
  const fraction = digits.slice(digits.length - exponent)
  const isPadding = /^0*$/.test(fraction.slice(decimals))
  const shown = isPadding ? fraction.slice(0, decimals) : fraction
  return shown === '' ? sign + whole : `${sign}${whole}.${shown}`
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
    maximumFractionDigits: FRACTION_DIGITS_MAX,
  })
})
