import Big from 'big.js'
import { decimalsOf } from './currency'

const SYMBOLS: Record<string, string> = {
  aud: '$',
  cad: '$',
  eur: '€',
  gbp: '£',
  hkd: '$',
  jpy: '¥',
  nzd: '$',
  sgd: '$',
  usd: '$',
}
/** Returns an amount as error texts of Stripe's give it: `$1,234.50`. */
export function formatForError(amountMinor: number, currency: string): string {
  const symbol = SYMBOLS[currency] ?? currency.toUpperCase()
  const places = decimalsOf(currency)
  const [whole = '', cents] = new Big(amountMinor).div(new Big(10).pow(places)).toFixed(places).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${symbol}${grouped}${cents === undefined ? '' : `.${cents}`}`
}
