import { expect, test } from 'vitest'
import { passesLuhn } from '../../../wire/luhn'
import { accountOfTestId } from './bank-accounts'
import { brandOf, cardOfTestId, cardOfToken, countryOf, fundingOf } from './cards'
import { behaviourOf, isTestCard, resultOf } from './test-cards'

test.each([
  ['visa', 'visa', 'credit', 'US'],
  ['visa_debit', 'visa', 'debit', 'US'],
  ['mastercard_prepaid', 'mastercard', 'prepaid', 'US'],
  ['amex', 'amex', 'credit', 'US'],
  ['discover', 'discover', 'credit', 'US'],
  ['diners', 'diners', 'credit', 'US'],
  ['jcb', 'jcb', 'credit', 'US'],
  ['unionpay', 'unionpay', 'credit', 'US'],
  ['de', 'visa', 'credit', 'DE'],
  ['gb_debit', 'visa', 'debit', 'GB'],
  ['gb_mastercard', 'mastercard', 'credit', 'GB'],
])('pm_card_%s and tok_%s: %s, %s, %s', (name, brand, funding, country) => {
  const number = cardOfTestId(`pm_card_${name}`) ?? ''
  expect(cardOfToken(`tok_${name}`)).toBe(number)
  expect(passesLuhn(number)).toBe(true)
  expect(isTestCard(number)).toBe(true)
  expect([brandOf(number), fundingOf(number), countryOf(number)]).toEqual([brand, funding, country])
})

test.each([
  ['4000000000000002', 'card_declined', 'generic_decline'],
  ['4000000000009995', 'card_declined', 'insufficient_funds'],
  ['4000000000009987', 'card_declined', 'lost_card'],
  ['4000000000009979', 'card_declined', 'stolen_card'],
  ['4000000000006975', 'card_declined', 'card_velocity_exceeded'],
  ['4000000000000069', 'expired_card', 'expired_card'],
  ['4000000000000127', 'incorrect_cvc', 'incorrect_cvc'],
  ['4000000000000119', 'processing_error', 'processing_error'],
  ['4100000000000019', 'card_declined', 'fraudulent'],
  ['4242424242424241', 'incorrect_number', 'incorrect_number'],
])('%s is declined: %s, %s', (number, code, declineCode) => {
  expect(resultOf(number)).toMatchObject({ ok: false, code, declineCode })
})

test.each(['4539578763621486', '5425233430109903'])('%s may be somebody’s, and is not taken', (number) => {
  expect(passesLuhn(number)).toBe(true)
  expect(isTestCard(number)).toBe(false)
  expect(behaviourOf(number).decline?.declineCode).toBe('test_mode_live_card')
})

test.each(['', 'abcd', '42', '4'.repeat(30)])('%j is no number of a card', (number) => {
  expect(behaviourOf(number).decline?.code).toBe('incorrect_number')
})

test.each(['pm_card_nope', 'pm_card_', 'tok_visa', 'pm_card_toString', 'pm_card___proto__'])(
  '%s is no test card',
  (id) => expect(cardOfTestId(id)).toBeUndefined(),
)

test.each([
  ['pm_usBankAccount_success', { type: 'us_bank_account', account_number: '000123456789' }],
  ['pm_sepaDebit_success_de', { type: 'sepa_debit', iban: 'DE89370400440532013000' }],
  ['pm_sepaDebit_failedDelayed_de', { type: 'sepa_debit', iban: 'DE78370400440532013004' }],
])('%s is an account', (id, account) => expect(accountOfTestId(id)).toMatchObject(account))

test.each(['pm_usBankAccount_nope', 'pm_usBankAccount_', 'pm_sepaDebit_success', 'pm_sepaDebit_success_xx'])(
  '%s is no account',
  (id) => expect(accountOfTestId(id)).toBeUndefined(),
)
