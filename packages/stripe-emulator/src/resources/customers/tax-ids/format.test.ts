import { expect, test } from 'vitest'
import { countryOf, isChecked, isWellFormed, magicOf } from './format'

test('spaces, dots and dashes do not count', () => {
  expect(isWellFormed('eu_vat', 'DE 123.456-789')).toBe(true)
  expect(isWellFormed('us_ein', '12-3456789')).toBe(true)
})

test('a VAT ID has the form of its country', () => {
  const good = ['ATU12345678', 'BE0123456789', 'NL123456789B01', 'IE1234567FA', 'EL123456789', 'XI123456789']
  for (const value of good) expect([value, isWellFormed('eu_vat', value)]).toEqual([value, true])
  const bad = ['AT12345678', 'DE12345678', 'US123456789', '123456789', '']
  for (const value of bad) expect([value, isWellFormed('eu_vat', value)]).toEqual([value, false])
})

test('kinds of no certain form take any text but none', () => {
  expect(isWellFormed('br_cnpj', 'anything')).toBe(true)
  expect(isWellFormed('br_cnpj', ' - ')).toBe(false)
})

test('magic numbers decide the check, with or without their country', () => {
  expect(magicOf('eu_vat', '000000000')).toBe('verified')
  expect(magicOf('eu_vat', 'FR111111111')).toBe('unverified')
  expect(magicOf('au_abn', '222222222')).toBe('pending')
  expect(magicOf('us_ein', '000000000')).toBeUndefined()
  expect(magicOf('eu_vat', 'DE123456789')).toBeUndefined()
  expect(isChecked('gb_vat')).toBe(true)
  expect(isChecked('us_ein')).toBe(false)
})

test('the country is that of the kind, or of the letters of a VAT ID', () => {
  expect(countryOf('us_ein', '123456789')).toBe('US')
  expect(countryOf('eu_vat', 'el123456789')).toBe('GR')
  expect(countryOf('eu_vat', '000000000')).toBeNull()
})
