import { expect, test } from 'vitest'
import { unitAmountDecimal, unitPriceFrom } from './minor-units'

test.for([
  ['12.345', 'usd', '1234.5'],
  ['100', 'jpy', '100'],
  ['1.23', 'kwd', '1230'],
  ['0.000000000001', 'usd', '0.0000000001'],
])('Stripe is given the unit price %s %s as %s minor units', ([price = '', currency = '', decimal = '']) => {
  expect(unitAmountDecimal(price, currency)).toBe(decimal)
  expect(unitPriceFrom(decimal, currency)).toBe(price)
})
