import { expect, test } from 'vitest'
import { issuesOf } from '@/lib/issues'
import { COUNTRY_CODES, countryName } from '@/lib/text/countries'
import { workspaceSchema } from './schema'

const workspace = {
  name: 'Lee Studio',
  country: 'DE',
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  dueDays: 14,
}

test('takes a business as its owner gives it', () => {
  expect(workspaceSchema.parse(workspace)).toEqual({ ...workspace, currency: 'eur' })
})

test.for<[object, string]>([
  [{ name: '' }, 'name required'],
  [{ country: 'de' }, 'country country_unknown'],
  [{ timeZone: '+01:00' }, 'timeZone time_zone_unknown'],
  [{ currency: 'btc' }, 'currency currency_unknown'],
  [{ dueDays: -1 }, 'dueDays invalid'],
])('refuses %o', ([wrong, expected]) => {
  const parsed = workspaceSchema.safeParse({ ...workspace, ...wrong })
  expect(parsed.error && issuesOf(parsed.error).map(({ field, code }) => `${field} ${code}`)).toEqual([
    expected,
  ])
})

test('names every country', () => {
  expect(COUNTRY_CODES).toHaveLength(249)
  for (const code of COUNTRY_CODES) expect(countryName(code, 'en')).not.toBe(code)
  expect(countryName('DE', 'fr')).toBe('Allemagne')
})
