import { expect, test } from 'vitest'
import { formatForError } from './error-amount'

test.each([
  [0, 'usd', '$0.00'],
  [7, 'usd', '$0.07'],
  [123_456, 'eur', '€1,234.56'],
  [99_999_999, 'usd', '$999,999.99'],
  [100_000_000, 'gbp', '£1,000,000.00'],
  [1234, 'jpy', '¥1,234'],
  [500, 'chf', 'CHF5.00'],
])('%i of %s is %s', (amount, currency, text) => {
  expect(formatForError(amount, currency)).toBe(text)
})
