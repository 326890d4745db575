import { expect, test } from 'vitest'
import { refuse } from '@/lib/result'
import { formStart, messageFor, messageForAll } from './form-state'

const issues = [
  { field: 'email', code: 'email_invalid', message: 'Enter one e-mail address.' },
  { field: 'password', code: 'required', message: 'Enter a password.' },
]

test('shows every message beside its field, and none above the form', () => {
  const refusal = refuse('email_invalid', 'Enter one e-mail address.', { field: 'email', issues })
  const state = { values: {}, refusal }
  expect(messageFor(state, 'email')).toBe('Enter one e-mail address.')
  expect(messageFor(state, 'password')).toBe('Enter a password.')
  expect(messageFor(state, 'name')).toBeUndefined()
  expect(messageForAll(state)).toBeUndefined()
})

test('shows a refusal of one field beside it', () => {
  const state = { values: {}, refusal: refuse('password_guessable', 'Guessed first.', { field: 'password' }) }
  expect(messageFor(state, 'password')).toBe('Guessed first.')
  expect(messageForAll(state)).toBeUndefined()
})

test('shows above the form what is no field’s fault', () => {
  const unknownKey = refuse('invalid', 'Unknown.', {
    field: '',
    issues: [{ field: '', code: 'invalid', message: 'Unknown.' }],
  })
  expect(messageForAll({ values: {}, refusal: unknownKey })).toBe('Unknown.')
  expect(messageForAll({ values: {}, refusal: refuse('busy', 'Try later.') })).toBe('Try later.')
  expect(messageForAll(formStart())).toBeUndefined()
})
