import { CURRENCY_CODES } from '@/lib/money/currencies'
import { COUNTRY_CODES, countryName } from '@/lib/text/countries'

/** The screens are in English. */
const LOCALE = 'en'

export type Choice = { value: string; label: string }

/** What a business can choose from, each list in the order it is shown. */
export type BusinessChoices = { countries: Choice[]; timeZones: Choice[]; currencies: Choice[] }

export function businessChoices(): BusinessChoices {
  return {
    countries: countryChoices(),
    timeZones: ['UTC', ...Intl.supportedValuesOf('timeZone')].map((value) => ({
      value,
      label: zoneName(value),
    })),
    currencies: CURRENCY_CODES.map((value) => ({ value, label: currencyName(value) })),
  }
}

export function countryChoices(): Choice[] {
  return COUNTRY_CODES.map((value) => ({ value, label: countryName(value, LOCALE) })).sort(byLabel)
}

export function zoneName(zone: string) {
  return zone.replaceAll('_', ' ').replaceAll('/', ' / ')
}

function currencyName(code: string) {
  const upper = code.toUpperCase()
  return `${upper} – ${currencyNames.of(upper)}`
}

function byLabel(a: Choice, b: Choice) {
  return a.label.localeCompare(b.label, LOCALE)
}

const currencyNames = new Intl.DisplayNames(LOCALE, { type: 'currency' })
