import type Stripe from 'stripe'

type TaxIdType = Stripe.TaxId['type']

/** Values that decide in test mode what comes of the check (docs.stripe.com/billing/customer/tax-ids). */
const MAGIC_NUMBERS = {
  '000000000': 'verified',
  '111111111': 'unverified',
  '222222222': 'pending',
} as const

/** The part after the two letters, by the letters; as the tax offices of the member states write them. */
const EU_VAT: Record<string, RegExp> = {
  AT: /^U\d{8}$/,
  BE: /^[01]?\d{9}$/,
  BG: /^\d{9,10}$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^\d{9}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  EL: /^\d{9}$/,
  ES: /^[A-Z0-9]\d{7}[A-Z0-9]$/,
  FI: /^\d{8}$/,
  FR: /^[A-Z0-9]{2}\d{9}$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}(\d{3})?$/,
  IE: /^\d[A-Z0-9+*]\d{5}[A-Z]{1,2}$/,
  IT: /^\d{11}$/,
  LT: /^(\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^\d{9}B\d{2}$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^\d{2,10}$/,
  SE: /^\d{12}$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
  XI: /^(\d{9}|\d{12}|(GD|HA)\d{3})$/,
}

/** Kinds whose form is beyond doubt. Any other value only has to be something. */
const FORMS: Partial<Record<TaxIdType, RegExp>> = {
  au_abn: /^\d{11}$/,
  ca_bn: /^\d{9}$/,
  ca_gst_hst: /^\d{9}RT\d{4}$/,
  ca_qst: /^\d{10}TQ\d{4}$/,
  ch_uid: /^CHE\d{9}(HR)?$/,
  ch_vat: /^CHE\d{9}(MWST|TVA|IVA)$/,
  eu_oss_vat: /^(EU|IM)\d{9,10}$/,
  gb_vat: /^GB(\d{9}|\d{12}|(GD|HA)\d{3})$/,
  in_gst: /^\d{2}[A-Z0-9]{13}$/,
  jp_cn: /^\d{13}$/,
  jp_trn: /^T\d{13}$/,
  no_vat: /^\d{9}(MVA)?$/,
  nz_gst: /^\d{8,9}$/,
  us_ein: /^\d{9}$/,
}

const COUNTRY_OF_LETTERS: Record<string, string> = { EL: 'GR', XI: 'GB' }

/** Returns whether a value may be one of its kind; dots, dashes and spaces do not count. */
export function isWellFormed(type: TaxIdType, value: string): boolean {
  const plain = value.toUpperCase().replace(/[\s.\-/]/g, '')
  if (plain === '') return false
  if (magicOf(type, plain)) return true
  if (type === 'eu_vat') return EU_VAT[plain.slice(0, 2)]?.test(plain.slice(2)) ?? false
  return FORMS[type]?.test(plain) ?? true
}

/** Returns whether somebody asks the authorities about this kind. */
export function isChecked(type: TaxIdType): boolean {
  return type === 'eu_vat' || type === 'gb_vat' || type === 'au_abn'
}

/** Returns what comes of the check of a value, with or without its country; undefined where nobody decided it. */
export function magicOf(type: TaxIdType, value: string): 'verified' | 'unverified' | 'pending' | undefined {
  if (type !== 'eu_vat' && type !== 'au_abn') return undefined
  const number = value.replace(/^[A-Za-z]{2}/, '')
  return isMagic(number) ? MAGIC_NUMBERS[number] : undefined
}

function isMagic(number: string): number is keyof typeof MAGIC_NUMBERS {
  return Object.hasOwn(MAGIC_NUMBERS, number)
}

/** Returns two letters, as ISO has them; null where neither kind nor value says. */
export function countryOf(type: TaxIdType, value: string): string | null {
  if (type === 'eu_oss_vat') return 'EU'
  if (type !== 'eu_vat') return type.slice(0, 2).toUpperCase()
  const letters = value.slice(0, 2).toUpperCase()
  if (!Object.hasOwn(EU_VAT, letters)) return null
  return COUNTRY_OF_LETTERS[letters] ?? letters
}
