import { expect, test } from 'vitest'
import { isCurrency } from '@/lib/money/currencies'
import { COUNTRY_CODES } from '@/lib/text/countries'
import { businessChoices } from './choices'
import { homeCurrency } from './home-currency'

test.for([
  ['AT', 'eur'],
  ['GB', 'gbp'],
  ['JP', 'jpy'],
  ['US', 'usd'],
  ['AF', 'usd'],
])('a business in %s begins with %s', ([country = '', currency]) => {
  expect(homeCurrency(country)).toBe(currency)
})

test('begins with a currency that Stripe knows in every country', () => {
  expect(COUNTRY_CODES.filter((country) => !isCurrency(homeCurrency(country)))).toEqual([])
})

test('offers each choice once, with a name', () => {
  for (const choices of Object.values(businessChoices())) {
    expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length)
    expect(choices.filter(({ label }) => label.trim() === '')).toEqual([])
  }
})
