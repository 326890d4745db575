import { expect, test } from 'vitest'
import { fastestMs } from '@/lib/testing/fastest'
import { isGuessable } from './guessable'

const ANN = ['Ann Lindqvist', 'ann.lindqvist@atelier.example']

test.for([
  'password1234',
  'PasswordPassword!',
  'qwertyuiop12',
  '123456789012',
  'aaaaaaaaaaaa',
  'abababababab',
  'abcdefghijkl',
  'Welcome2Centwise',
  'lindqvist1234',
  'atelier-atelier',
  '            ',
])('refuses %j', (password) => {
  expect(isGuessable(password, ANN)).toBe(true)
})

test.for([
  'correct horse battery',
  'my password is a long walk',
  'kQ7!vexa0Lpw',
  '中文密码很长的句子在这里',
  '🦊🌲🎻🧭🪁🍇🎈🥁🧊🪴🛶🎏',
])('lets pass %j', (password) => {
  expect(isGuessable(password, ANN)).toBe(false)
})

test('judges the longest password with hostile words about the person in under 50 ms', () => {
  expect(fastestMs(() => isGuessable('a'.repeat(256), ['aaaa '.repeat(200)]))).toBeLessThan(50)
})
