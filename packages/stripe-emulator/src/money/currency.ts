/** The smallest charge, in minor units. Less than this marks an invoice paid and owes the rest to the next one. */
const MINIMUM_CHARGE: Record<string, number> = {
  aed: 200,
  aud: 50,
  brl: 50,
  cad: 50,
  chf: 50,
  czk: 1500,
  dkk: 250,
  eur: 50,
  gbp: 30,
  hkd: 400,
  huf: 17_500,
  inr: 50,
  jpy: 50,
  mxn: 1000,
  myr: 200,
  nok: 300,
  nzd: 50,
  pln: 200,
  ron: 200,
  sek: 300,
  sgd: 50,
  thb: 1000,
  usd: 50,
}

export function minimumChargeMinor(currency: string): number {
  return MINIMUM_CHARGE[currency] ?? 0
}

const LARGER_MAXIMUM_CHARGE: Record<string, number> = { idr: 999_999_999_999 }
const MAXIMUM_CHARGE = 99_999_999

/** Returns the largest charge, in minor units: eight digits; rupiah come in twelve. */
export function maximumChargeMinor(currency: string): number {
  return LARGER_MAXIMUM_CHARGE[currency] ?? MAXIMUM_CHARGE
}

const DEFAULT_CURRENCY: Record<string, string> = {
  AU: 'aud',
  BR: 'brl',
  CA: 'cad',
  CH: 'chf',
  CZ: 'czk',
  DK: 'dkk',
  GB: 'gbp',
  HK: 'hkd',
  HU: 'huf',
  IN: 'inr',
  JP: 'jpy',
  MX: 'mxn',
  MY: 'myr',
  NO: 'nok',
  NZ: 'nzd',
  PL: 'pln',
  RO: 'ron',
  SE: 'sek',
  SG: 'sgd',
  TH: 'thb',
  AE: 'aed',
  US: 'usd',
}

/** Returns what an account of this country settles in. */
export function currencyOfCountry(country: string): string {
  return DEFAULT_CURRENCY[country] ?? 'eur'
}

const ZERO_DECIMAL: ReadonlySet<string> = new Set(
  'bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' '),
)
const THREE_DECIMAL: ReadonlySet<string> = new Set('bhd jod kwd omr tnd'.split(' '))

/** Returns how many decimals an amount of the API has: https://docs.stripe.com/currencies#zero-decimal */
export function decimalsOf(currency: string): 0 | 2 | 3 {
  const code = currency.toLowerCase()
  if (ZERO_DECIMAL.has(code)) return 0
  return THREE_DECIMAL.has(code) ? 3 : 2
}
