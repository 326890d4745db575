import fc from 'fast-check'
import { expect, test } from 'vitest'
import { typedFrom } from './attempt'
import { checkBank } from './bank'

const OWNER = { name: ' Mary Byron ', email: 'mary@example.com' }
const US = { ...typedFrom(() => ''), ...OWNER, routing_number: '110 000 000', account_number: '000123456789' }
const SEPA = { ...typedFrom(() => ''), ...OWNER, iban: 'de89 3704 0044 0532 0130 00' }

function problemsOf(type: 'us_bank_account' | 'sepa_debit', changes: Partial<typeof US>) {
  const result = checkBank(type, { ...(type === 'sepa_debit' ? SEPA : US), ...changes })
  return 'problems' in result ? result.problems : {}
}

test('reads accounts as people type them', () => {
  expect(checkBank('us_bank_account', US)).toEqual({
    bank: {
      type: 'us_bank_account',
      routing_number: '110000000',
      account_number: '000123456789',
      name: 'Mary Byron',
      email: 'mary@example.com',
    },
  })
  expect(checkBank('sepa_debit', SEPA)).toMatchObject({ bank: { iban: 'DE89370400440532013000' } })
})

test.each([
  ['us_bank_account', 'routing_number', '11000000', 'has 9 digits'],
  ['us_bank_account', 'routing_number', '110000001', 'incorrect'],
  ['us_bank_account', 'routing_number', '000000000', 'incorrect'],
  ['us_bank_account', 'account_number', '123', 'incomplete'],
  ['us_bank_account', 'name', ' ', 'needed'],
  ['us_bank_account', 'email', 'mary', 'needed'],
  ['sepa_debit', 'iban', 'DE89', 'incomplete'],
  ['sepa_debit', 'iban', 'DE89370400440532013001', 'incorrect'],
] as const)('%s: the %s %j is refused', (type, name, value, words) => {
  expect(problemsOf(type, { [name]: value })).toEqual({ [name]: expect.stringContaining(words) })
})

test('no single mistyped digit of an IBAN passes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 4, max: 21 }), fc.integer({ min: 1, max: 9 }), (place, shift) => {
      const characters = [...'DE89370400440532013000']
      characters[place] = String((Number(characters[place]) + shift) % 10)
      expect(problemsOf('sepa_debit', { iban: characters.join('') }).iban).toMatch('incorrect')
    }),
  )
})
