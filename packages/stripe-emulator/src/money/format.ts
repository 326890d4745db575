import Big from 'big.js'
import { decimalsOf } from './currency'

/** 'code' is for fonts that lack the symbol. */
export type MoneyDisplay = 'symbol' | 'code'

/** A unit price may carry twelve decimals beyond the minor unit. */
const EXTRA_DECIMALS = 12

/** Writes minor units as a person reads them: 123450 usd is $1,234.50, 500 jpy is ¥500. */
export function formatMoney(amountMinor: number, currency: string, display: MoneyDisplay = 'symbol') {
  return format(amountMinor, currency, display, 0)
}

/** Writes an amount with its currency named, for the one that must not be misread: "$1,234.50 USD". */
export function formatMoneyInFull(amountMinor: number, currency: string, display: MoneyDisplay = 'symbol') {
  const amount = formatMoney(amountMinor, currency, display)
  const code = currency.toUpperCase()
  return amount.includes(code) ? amount : `${amount} ${code}`
}

/** Returns the decimal price of one unit, in minor units ("0.5" usd is $0.005). */
export function formatUnitPrice(amountMinor: string, currency: string, display: MoneyDisplay = 'symbol') {
  return format(amountMinor, currency, display, EXTRA_DECIMALS)
}

export function formatQuantity(quantity: string | number): string {
  return exactly(new Intl.NumberFormat('en-US', { maximumFractionDigits: EXTRA_DECIMALS }), new Big(quantity))
}

export function formatPercentage(percentage: number): string {
  return `${new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 }).format(percentage)}%`
}

function format(
  amountMinor: number | string,
  currency: string,
  currencyDisplay: MoneyDisplay,
  extraDecimals: number,
) {
  const exponent = decimalsOf(currency)
  const formatter = new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    currencyDisplay,
    minimumFractionDigits: exponent,
    maximumFractionDigits: exponent + extraDecimals,
  })
  return exactly(formatter, new Big(`${amountMinor}e-${exponent}`)).replace('-', '−')
}

/** A number would lose the last digits of a long decimal; its text does not. */
function exactly(formatter: Intl.NumberFormat, value: Big): string {
  const text = value.toFixed()
  return isNumeric(text) ? formatter.format(text) : text
}

function isNumeric(text: string): text is `${number}` {
  return /^-?\d+(\.\d+)?$/.test(text)
}
