import { expect, test } from 'vitest'
import { DEFAULT_LOCALE, preferredLocale } from './preferred-locale'

test('takes the first language of the header', () => {
  expect(preferredLocale('de-DE,de;q=0.9,en;q=0.8')).toBe('de-DE')
  expect(preferredLocale('fr')).toBe('fr')
})

test('falls back when the header is missing, junk or huge', () => {
  for (const header of [null, '', '*', '???', '; ;,,', 'x'.repeat(100_000), '<script>']) {
    expect(preferredLocale(header)).toBe(DEFAULT_LOCALE)
  }
})

test('passes over junk to the next language', () => {
  expect(preferredLocale('_, *;q=0.1, nl-BE;q=0.5')).toBe('nl-BE')
})

test('does not carry a numbering system with other digits', () => {
  expect(preferredLocale('ar-EG')).toBe(DEFAULT_LOCALE)
  expect(preferredLocale('ar-EG,en-GB')).toBe('en-GB')
})
