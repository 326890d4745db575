import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkCard } from './card'

const NOW = Date.UTC(2026, 10, 22) / 1000
const typed = { number: '4242 4242 4242 4242', expiry: '12 / 34', cvc: '123', name: ' Ada ' }

function problemsOf(changes: Partial<typeof typed>) {
  const result = checkCard({ ...typed, ...changes }, NOW)
  return 'problems' in result ? result.problems : {}
}

test('reads a card as people type it', () => {
  expect(checkCard(typed, NOW)).toEqual({
    card: { number: '4242424242424242', expMonth: 12, expYear: 2034, cvc: '123', name: 'Ada' },
  })
})

test.each(['12/34', '1234', '12-34', '12 34', '12/2034', '12 / 2034'])(
  'understands the expiry %s',
  (expiry) => {
    expect(problemsOf({ expiry })).toEqual({})
  },
)

test('refuses a number that fails the check digit', () => {
  expect(problemsOf({ number: '4242424242424241' })).toEqual({ number: 'Your card number is incorrect.' })
})

test('refuses every field that is missing, each beside its own field', () => {
  expect(Object.keys(problemsOf({ number: '', expiry: '', cvc: '' }))).toEqual(['number', 'expiry', 'cvc'])
})

test('a card is good to the end of its month', () => {
  expect(problemsOf({ expiry: '11/26' })).toEqual({})
  expect(problemsOf({ expiry: '10/26' }).expiry).toMatch('in the past')
  expect(problemsOf({ expiry: '13/30' }).expiry).toMatch('month is invalid')
  expect(problemsOf({ expiry: '12/2099' }).expiry).toMatch('year is invalid')
})

test('asks four digits of an American Express card and three of the others', () => {
  expect(problemsOf({ number: '378282246310005', cvc: '123' }).cvc).toMatch('4 digits')
  expect(problemsOf({ number: '378282246310005', cvc: '1234' })).toEqual({})
  expect(problemsOf({ cvc: '1234' }).cvc).toMatch('3 digits')
})

test('no single mistyped digit passes', () => {
  fc.assert(
    fc.property(fc.nat(15), fc.integer({ min: 1, max: 9 }), (place, shift) => {
      const digits = [...'4242424242424242'].map(Number)
      digits[place] = ((digits[place] ?? 0) + shift) % 10
      expect(problemsOf({ number: digits.join('') })).toEqual({ number: 'Your card number is incorrect.' })
    }),
  )
})
