import { type Choice, countryChoices } from '@/lib/workspaces/choices'
import { CLIENT_LANGUAGES } from './schema'

/** What a client's form offers, each list in the order it is shown. */
export type ClientChoices = { countries: Choice[]; languages: Choice[] }

export function clientChoices(): ClientChoices {
  const languages = CLIENT_LANGUAGES.map((value) => ({ value, label: languageNames.of(value) ?? value }))
  return {
    countries: countryChoices(),
    languages: languages.sort((a, b) => a.label.localeCompare(b.label, 'en')),
  }
}

const languageNames = new Intl.DisplayNames('en', { type: 'language' })
