import { expect, test } from 'vitest'
import { issuesOf } from '@/lib/issues'
import { signInSchema, signUpSchema } from './schema'

const person = { name: 'Ann Lee', email: 'ann@example.com', password: 'twelve chars' }

test('takes any characters as a password, and changes none', () => {
  for (const password of [
    ' leading and trailing ',
    'x'.repeat(12),
    'x'.repeat(128),
    '🔑'.repeat(128),
    '12345678901\n',
  ]) {
    expect(signUpSchema.parse({ ...person, password }).password).toBe(password)
  }
})

test.for<[object, string]>([
  [{ password: 'x'.repeat(11) }, 'password password_too_short'],
  [{ password: '🔑'.repeat(6) }, 'password password_too_short'],
  [{ password: 'x'.repeat(129) }, 'password password_too_long'],
  [{ password: 'x'.repeat(1_000_000) }, 'password password_too_long'],
  [{ password: `${'x'.repeat(12)}\ud800` }, 'password text_unreadable'],
  [{ email: 'ann' }, 'email email_invalid'],
  [{ name: ' ' }, 'name required'],
])('refuses to sign up with %#', ([wrong, expected]) => {
  const parsed = signUpSchema.safeParse({ ...person, ...wrong })
  expect(parsed.error && issuesOf(parsed.error).map(({ field, code }) => `${field} ${code}`)).toEqual([
    expected,
  ])
})

test('leaves the judgement of a short password at sign-in to the comparison', () => {
  expect(signInSchema.safeParse({ email: 'ann@example.com', password: 'x' }).success).toBe(true)
  expect(signInSchema.safeParse({ email: 'ann@example.com', password: 'x'.repeat(1_000_000) }).success).toBe(
    false,
  )
})
