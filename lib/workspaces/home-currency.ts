const EURO =
  'AD AT AX BE BG BL CY DE EE ES FI FR GF GP GR HR IE IT LT LU LV MC ME MF MQ MT NL PM PT RE SI SK SM VA XK YT'

const OTHERS: Record<string, string> = {
  aed: 'AE',
  aud: 'AU CC CX KI NF NR TV',
  brl: 'BR',
  cad: 'CA',
  chf: 'CH LI',
  clp: 'CL',
  cny: 'CN',
  cop: 'CO',
  czk: 'CZ',
  dkk: 'DK FO GL',
  gbp: 'GB GG IM JE',
  hkd: 'HK',
  huf: 'HU',
  idr: 'ID',
  ils: 'IL',
  inr: 'IN',
  isk: 'IS',
  jpy: 'JP',
  krw: 'KR',
  kwd: 'KW',
  mxn: 'MX',
  myr: 'MY',
  nok: 'NO SJ',
  nzd: 'CK NU NZ PN TK',
  pen: 'PE',
  php: 'PH',
  pln: 'PL',
  ron: 'RO',
  sar: 'SA',
  sek: 'SE',
  sgd: 'SG',
  thb: 'TH',
  try: 'TR',
  twd: 'TW',
  uah: 'UA',
  vnd: 'VN',
  xof: 'BF BJ CI ML NE SN TG',
  zar: 'ZA',
}

const byCountry = new Map(
  Object.entries({ eur: EURO, ...OTHERS }).flatMap(([currency, countries]) =>
    countries.split(' ').map((country) => [country, currency]),
  ),
)

/** A guess to begin with: what a business in a country most likely bills in. */
export function homeCurrency(country: string) {
  return byCountry.get(country) ?? 'usd'
}
