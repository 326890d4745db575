import Big from 'big.js'

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
const WHOLE: ReadonlySet<string> = new Set(
  'bif clp djf gnf jpy kmf krw mga pyg rwf ugx vnd vuv xaf xof xpf'.split(' '),
)

/** An amount as error texts of Stripe's give it: `$1,234.50`. */
export function spell(amountMinor: number, currency: string): string {
  const symbol = SYMBOLS[currency] ?? currency.toUpperCase()
  const places = WHOLE.has(currency) ? 0 : 2
  const [whole = '', cents] = new Big(amountMinor).div(new Big(10).pow(places)).toFixed(places).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${symbol}${grouped}${cents === undefined ? '' : `.${cents}`}`
}
