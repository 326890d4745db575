import { expect, test } from 'vitest'
import { stripeFeeMinor } from './fees'

test.each([
  ['a card in dollars', 10_000, 'usd', 'card', 320],
  ['half a cent is rounded up', 1950, 'usd', 'card', 87],
  ['a card in euros', 10_000, 'eur', 'card', 175],
  ['a card in pounds', 10_000, 'gbp', 'card', 170],
  ['a card in yen', 10_000, 'jpy', 'card', 360],
  ['a debit', 10_000, 'usd', 'us_bank_account', 80],
  ['no debit costs more than five dollars', 10_000_000, 'usd', 'us_bank_account', 500],
])('%s: %i %s by %s costs %i', (_why, amount, currency, type, fee) => {
  expect(stripeFeeMinor(amount, currency, type)).toBe(fee)
})
