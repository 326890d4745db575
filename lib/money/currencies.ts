/** What Stripe says of a currency. Minor units are its API's units, which are not always ISO 4217's. */
export type CurrencyRule = {
  /** Power of ten between a major and a minor unit. */
  exponent: number
  /** Decimals people write; fewer than the exponent where Stripe pads an amount with zeros. */
  decimals: number
  /** An amount must be a whole multiple of this many minor units. */
  stepMinor: number
  /** Stripe's smallest charge. Below it an invoice would be marked paid without money; 0 where none is published. */
  minimumMinor: number
  /** Stripe's largest charge. */
  maximumMinor: number
}

const TWO_DECIMALS =
  'aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bmd bnd bob brl bsd bwp byn bzd cad cdf chf cny ' +
  'cop crc cve czk dkk dop dzd egp etb eur fjd fkp gbp gel gip gmd gtq gyd hkd hnl hrk htg huf idr ils inr ' +
  'jmd kes kgs khr kyd kzt lak lbp lkr lrd lsl mad mdl mkd mmk mnt mop mur mvr mwk mxn myr mzn nad ngn nio ' +
  'nok npr nzd pab pen pgk php pkr pln qar ron rsd rub sar sbd scr sek sgd shp sle sos srd std szl thb tjs ' +
  'top try ttd twd tzs uah usd uyu uzs wst xcd yer zar zmw'
const ZERO_DECIMALS = 'bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'
const THREE_DECIMALS = 'bhd jod kwd omr tnd'

// Not confirmed against a live account: written without decimals, sent to Stripe with two that must be 00.
const PADDED = 'isk ugx'
const LARGER_MAXIMA_MINOR: Record<string, number> = { idr: 999_999_999_999 }

const MAXIMUM_MINOR = 99_999_999
const MINIMA_MINOR: Record<string, number> = {
  usd: 50,
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
  huf: 17500,
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
}

/** Every currency Stripe presents, by its lower-case ISO code. */
export const CURRENCIES: ReadonlyMap<string, CurrencyRule> = new Map([
  ...rules(TWO_DECIMALS, { exponent: 2, decimals: 2, stepMinor: 1 }),
  ...rules(ZERO_DECIMALS, { exponent: 0, decimals: 0, stepMinor: 1 }),
  ...rules(THREE_DECIMALS, { exponent: 3, decimals: 3, stepMinor: 10 }),
  ...rules(PADDED, { exponent: 2, decimals: 0, stepMinor: 100 }),
])

/** The codes in alphabetical order, for a list to choose from. */
export const CURRENCY_CODES: readonly string[] = [...CURRENCIES.keys()].sort()

export function isCurrency(code: string) {
  return CURRENCIES.has(code)
}

/** `' USD '` → `'usd'`; full-width letters become plain ones. The result may still be unknown. */
export function normalizeCurrency(text: string) {
  return text.normalize('NFKC').trim().toLowerCase()
}

/** Throws on a code that `isCurrency` refuses. */
export function currencyRule(code: string): CurrencyRule {
  const rule = CURRENCIES.get(code)
  if (!rule) throw new RangeError(`Unknown currency: ${code}`)
  return rule
}

export function exponentOf(code: string) {
  return currencyRule(code).exponent
}

function rules(codes: string, shape: Pick<CurrencyRule, 'exponent' | 'decimals' | 'stepMinor'>) {
  return codes.split(' ').map((code): [string, CurrencyRule] => [
    code,
    {
      ...shape,
      minimumMinor: MINIMA_MINOR[code] ?? 0,
      maximumMinor: LARGER_MAXIMA_MINOR[code] ?? MAXIMUM_MINOR,
    },
  ])
}
