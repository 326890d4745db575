import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CURRENCY_CODES, currencyRule, isCurrency, normalizeCurrency } from './currencies'
import { formatMoney, formatUnitPrice, toMajor } from './format'
import { minorFromMajor, parseAmount } from './minor-units'

test('reads an amount into minor units of its currency', () => {
  expect(parseAmount('1,234.56', 'usd', 'en-US')).toEqual({ ok: true, minor: 123456 })
  expect(parseAmount('1.234,56', 'eur', 'de-DE')).toEqual({ ok: true, minor: 123456 })
  expect(parseAmount('100', 'jpy', 'ja-JP')).toEqual({ ok: true, minor: 100 })
  expect(parseAmount('1.230', 'kwd', 'en-US')).toEqual({ ok: true, minor: 1230 })
  expect(parseAmount('100', 'isk', 'en-US')).toEqual({ ok: true, minor: 10000 })
  expect(parseAmount('-5', 'usd', 'en-US')).toEqual({ ok: true, minor: -500 })
})

test.for([
  ['100.5', 'jpy', 'currency_has_no_decimals'],
  ['100.5', 'ugx', 'currency_has_no_decimals'],
  ['1.234', 'kwd', 'currency_step'],
  ['1.234', 'usd', 'too_many_decimals'],
  ['1000000', 'usd', 'amount_too_large'],
  ['', 'usd', 'required'],
  ['1e3', 'usd', 'amount_invalid'],
  [String(2 ** 53), 'usd', 'amount_invalid'],
])('refuses %s %s as %s', ([text, currency, code]) => {
  expect(parseAmount(text ?? '', currency ?? '', 'en-US')).toEqual({ ok: false, code })
})

test('takes the largest amount Stripe takes, which differs by currency', () => {
  expect(parseAmount('999,999.99', 'usd', 'en-US')).toEqual({ ok: true, minor: 99_999_999 })
  expect(parseAmount('9999999999.99', 'idr', 'en-US')).toEqual({ ok: true, minor: 999_999_999_999 })
})

test('shows every decimal of the currency and none more', () => {
  expect(toMajor(1230, 'usd')).toBe('12.30')
  expect(toMajor(-5, 'usd')).toBe('-0.05')
  expect(toMajor(1230, 'jpy')).toBe('1230')
  expect(toMajor(1230, 'kwd')).toBe('1.230')
  expect(toMajor(123000, 'ugx')).toBe('1230')
  expect(toMajor(9_007_199_254_740_993n, 'usd')).toBe('90071992547409.93')
})

test('turns any amount of any currency into text and back', () => {
  fc.assert(
    fc.property(fc.constantFrom(...CURRENCY_CODES), fc.integer({ min: -1e12, max: 1e12 }), (code, minor) => {
      expect(minorFromMajor(toMajor(minor, code), code)).toBe(minor)
    }),
  )
})

test('throws rather than round a fraction of a minor unit', () => {
  expect(() => minorFromMajor('0.001', 'usd')).toThrow(RangeError)
})

test('writes money as the locale does', () => {
  expect(formatMoney(123450, 'usd', 'en-US')).toBe('$1,234.50')
  expect(plain(formatMoney(123450, 'eur', 'de-DE'))).toBe('1.234,50 €')
  expect(plain(formatMoney(-123450, 'jpy', 'en-US'))).toBe('-¥123,450')
  expect(plain(formatMoney(1230, 'kwd', 'en-US'))).toBe('KWD 1.230')
  expect(plain(formatMoney(123000, 'isk', 'en-US'))).toBe('ISK 1,230')
  expect(plain(formatMoney(123450, 'usd', 'en-CA', { symbol: 'wide' }))).toBe('US$1,234.50')
  expect(formatMoney(123450, 'usd', 'en-CA', { symbol: 'narrow' })).toBe('$1,234.50')
  expect(plain(formatMoney(123450, 'usd', 'en-US', { symbol: 'code' }))).toBe('USD 1,234.50')
  expect(formatMoney(123450, 'usd', 'en-US', { symbol: 'none' })).toBe('1,234.50')
})

test('writes a unit price to its last decimal', () => {
  expect(formatUnitPrice('0.0125', 'usd', 'en-US')).toBe('$0.0125')
  expect(formatUnitPrice('1999.5', 'usd', 'en-US')).toBe('$1,999.50')
})

test('writes amounts that a float cannot hold', () => {
  expect(formatMoney(9_007_199_254_740_993n, 'usd', 'en-US')).toBe('$90,071,992,547,409.93')
})

test('knows Stripe currencies however they are spelled, and no others', () => {
  for (const text of [' USD ', 'usd', 'ＵＳＤ']) expect(isCurrency(normalizeCurrency(text))).toBe(true)
  for (const text of ['xxx', 'btc', '', 'constructor', '__proto__']) {
    expect(isCurrency(normalizeCurrency(text))).toBe(false)
  }
  expect(() => currencyRule('xxx')).toThrow(RangeError)
})

test.for([
  ['huf', 2, 17500],
  ['twd', 2, 0],
  ['jpy', 0, 50],
  ['kwd', 3, 0],
  ['isk', 2, 0],
] as const)("keeps Stripe's rule for %s", ([code, exponent, minimumMinor]) => {
  expect(currencyRule(code)).toMatchObject({ exponent, minimumMinor })
})

// Locales put different spaces beside a symbol.
function plain(text: string) {
  return text.replace(/\s/g, ' ')
}
