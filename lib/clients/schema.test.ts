import { expect, test } from 'vitest'
import { issuesOf } from '@/lib/issues'
import { CLIENT_LANGUAGES, clientSchema, PHONE_MAX } from './schema'

const address = { line1: '', line2: '', city: '', postalCode: '', state: '', country: '' }
const client = { name: 'Ann Lee', email: '', phone: '', address, language: '', note: '' }

test('takes a client with nothing but a name', () => {
  expect(clientSchema.parse(client)).toEqual(client)
})

test('tidies what was typed', () => {
  const typed = {
    ...client,
    name: ' Ann\nLee ',
    email: ' ann@example.com ',
    address: { ...address, country: 'DE' },
  }
  expect(clientSchema.parse(typed)).toMatchObject({ name: 'Ann Lee', email: 'ann@example.com' })
})

test.for<[object, string]>([
  [{ name: ' \u200b' }, 'name required'],
  [{ name: 'x'.repeat(257) }, 'name too_long'],
  [{ email: 'a@b.com,c@d.com' }, 'email email_invalid'],
  [{ email: 'ü@b.com' }, 'email email_not_ascii'],
  [{ phone: '1'.repeat(PHONE_MAX + 1) }, 'phone too_long'],
  [{ address: { ...address, country: 'XX' } }, 'address.country country_unknown'],
  [{ language: 'tlh' }, 'language invalid'],
  [{ note: 'a\0' }, 'note text_unreadable'],
  [{ stripeId: 'cus_1' }, ' invalid'],
])('refuses %o', ([wrong, expected]) => {
  const parsed = clientSchema.safeParse({ ...client, ...wrong })
  expect(parsed.error && issuesOf(parsed.error).map(({ field, code }) => `${field} ${code}`)).toEqual([
    expected,
  ])
})

test('offers languages that a browser can name', () => {
  for (const code of CLIENT_LANGUAGES) {
    expect(new Intl.DisplayNames('en', { type: 'language' }).of(code)).not.toBe(code)
  }
})
