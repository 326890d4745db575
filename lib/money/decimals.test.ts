import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fastestMs } from '@/lib/testing/fastest'
import { decimalsOf, isDecimal, localDecimal, parseDecimal } from './decimals'

const read = (text: string, locale: string, maxDecimals = 12) => {
  const parsed = parseDecimal(text, locale, { maxDecimals })
  return parsed.ok ? parsed.value : parsed.code
}

test.for([
  ['1,234.56', 'en-US', '1234.56'],
  ['1.234,56', 'de-DE', '1234.56'],
  ['1 234,56', 'fr-FR', '1234.56'],
  ['1\u202f234,56', 'fr-FR', '1234.56'],
  ["1'234.56", 'de-CH', '1234.56'],
  ['1’234.56', 'de-CH', '1234.56'],
  ['1\u00a0234.56', 'en-US', '1234.56'],
  ['12,34,567.8', 'en-IN', '1234567.8'],
  ['1,234', 'en-US', '1234'],
  ['1.234', 'en-US', '1.234'],
  ['1.234', 'de-DE', '1234'],
  ['1,234', 'de-DE', '1.234'],
  ['1234', 'de-DE', '1234'],
  ['−5', 'en-US', '-5'],
  [' .5 ', 'en-US', '0.5'],
  ['5.', 'en-US', '5'],
  ['007.10', 'en-US', '7.1'],
  ['-0', 'en-US', '0'],
])('reads %s in %s as %s', ([text = '', locale = '', value]) => {
  expect(read(text, locale)).toBe(value)
})

test.for([
  ['1,234.56', 'de-DE'],
  ['1.234,56', 'en-US'],
  ['1.234.5', 'en-US'],
  ['1,23', 'en-US'],
  ['12,34,567', 'en-US'],
  ['1,234 567', 'en-US'],
  ['1.5', 'de-DE'],
  ['NaN', 'en-US'],
  ['Infinity', 'en-US'],
  ['1e3', 'en-US'],
  ['0x10', 'en-US'],
  ['١٢', 'ar-EG'],
  ['１２', 'ja-JP'],
  ['--1', 'en-US'],
  ['.', 'en-US'],
  ['-', 'en-US'],
  ['$5', 'en-US'],
  [String(2n ** 63n), 'en-US'],
])('refuses %s in %s', ([text = '', locale = '']) => {
  expect(read(text, locale)).toBe('amount_invalid')
})

test('refuses endless numbers at once', () => {
  const endless = ['9'.repeat(400), '1,'.repeat(200_000), ' '.repeat(1e6), `${'1'.repeat(30)}!`]
  for (const text of endless) expect(read(text, 'en-US')).toMatch(/amount_invalid|required/)
  expect(fastestMs(() => endless.map((text) => read(text, 'en-US')))).toBeLessThan(50)
})

test('tells what is too fine from what is empty', () => {
  expect(read('0.1234567890123', 'en-US')).toBe('too_many_decimals')
  expect(read('1.25', 'en-US', 1)).toBe('too_many_decimals')
  expect(read('1.50', 'en-US', 1)).toBe('1.5')
  expect(read('  ', 'en-US')).toBe('required')
})

test('reads back every number that a locale writes', () => {
  const locales = fc.constantFrom(
    'en-US',
    'de-DE',
    'de-CH',
    'de-AT',
    'fr-FR',
    'es-ES',
    'en-IN',
    'pt-PT',
    'ar-EG',
    'pl-PL',
  )
  fc.assert(
    fc.property(
      locales,
      fc.bigInt(-(10n ** 12n) + 1n, 10n ** 12n - 1n),
      fc.integer({ min: 1, max: 999 }),
      (locale, whole, part) => {
        const value = `${whole === 0n ? 1n : whole}.${String(part).padStart(3, '0')}`.replace(/0+$/, '')
        if (!isDecimal(value)) throw new Error(value)
        const written = new Intl.NumberFormat(locale, {
          numberingSystem: 'latn',
          maximumFractionDigits: 3,
        }).format(value)
        expect(read(written.replace(/[\u061c\u200e\u200f]/g, ''), locale)).toBe(value)
        expect(read(localDecimal(value, locale), locale)).toBe(value)
      },
    ),
  )
})

test('counts the decimals that say something', () => {
  expect(decimalsOf('1.250')).toBe(2)
  expect(decimalsOf('1')).toBe(0)
})
