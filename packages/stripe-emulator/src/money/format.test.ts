import { expect, test } from 'vitest'
import { formatMoney, formatPercentage, formatQuantity, formatUnitPrice } from './format'

test('writes two-decimal, zero-decimal and three-decimal amounts', () => {
  expect(formatMoney(123450, 'usd')).toBe('$1,234.50')
  expect(formatMoney(123450, 'jpy')).toBe('¥123,450')
  expect(formatMoney(123450, 'kwd')).toBe('KWD\u00a0123.450')
})

test('keeps the sign and the last unit of large amounts', () => {
  expect(formatMoney(-99_999_999, 'eur')).toBe('−€999,999.99')
  expect(formatMoney(1, 'bhd')).toBe('BHD\u00a00.001')
})

test('can name the currency instead of drawing its symbol', () => {
  expect(formatMoney(5000, 'krw', 'code')).toBe('KRW\u00a05,000')
})

test('shows a unit price to the last decimal it has', () => {
  expect(formatUnitPrice('1999.5', 'usd')).toBe('$19.995')
  expect(formatUnitPrice('1500', 'usd')).toBe('$15.00')
  expect(formatUnitPrice('0.000000000001', 'jpy')).toBe('¥0.000000000001')
})

test('shows quantities and percentages without trailing zeros', () => {
  expect(formatQuantity('7.250')).toBe('7.25')
  expect(formatQuantity(12000)).toBe('12,000')
  expect(formatPercentage(9.975)).toBe('9.975%')
})

test('no digit of a long decimal is lost', () => {
  expect(formatQuantity('123456789.123456789012')).toBe('123,456,789.123456789012')
  expect(formatUnitPrice('99999999.123456789012', 'usd')).toBe('$999,999.99123456789012')
})
