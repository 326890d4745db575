import { expect, test } from 'vitest'
import { issuesOf } from '@/lib/issues'
import { fastestMs } from '@/lib/testing/fastest'
import { EMAIL_MAX, emailAddress, isPlainAddress } from './email-address'
import { hasMixedScripts } from './mixed-scripts'

test('keeps an address as it was typed, without the spaces around it', () => {
  expect(emailAddress.parse(' A@B.com ')).toBe('A@B.com')
  expect(emailAddress.parse("o'neil+tag@mail.example.co.uk")).toBe("o'neil+tag@mail.example.co.uk")
})

test.for([
  '',
  'a b@c.com',
  'a@b@c.com',
  'a@b',
  '.a@b.com',
  'a..b@c.com',
  'a@-b.com',
  'a@b.c',
  'a@127.0.0.1',
  'victim@x.com,attacker@y.com',
  'victim@x.com;attacker@y.com',
  'a@b.com\r\nBcc: z@z.com',
  'a@b.com\u2028z',
  '"e@attacker.com"@victim.com',
  'a@b(c).com',
  'grp: x@y.com;',
  'Ann <a@b.com>',
])('refuses %j', (text) => {
  const parsed = emailAddress.safeParse(text)
  expect(parsed.error && issuesOf(parsed.error).map(({ code }) => code)).toEqual(['email_invalid'])
})

test('takes no more characters than Stripe does', () => {
  const parsed = emailAddress.safeParse(`a@${'b.'.repeat(254)}com`)
  expect(parsed.error && issuesOf(parsed.error).map(({ code }) => code)).toEqual(['too_long'])
  expect(emailAddress.safeParse(`a@${'b.'.repeat(253)}com`).success).toBe(true)
})

test('reads full-width letters as plain ones before it judges', () => {
  expect(emailAddress.parse('user＠victim.com')).toBe('user@victim.com')
  expect(emailAddress.safeParse('a＠b.com，c@d.com').success).toBe(false)
})

test('keeps a foreign domain in the form that mail servers know', () => {
  expect(emailAddress.parse('info@Müller.de')).toBe('info@xn--mller-kva.de')
})

test('says why it refuses foreign letters before the @', () => {
  for (const text of ['ü@müller.de', 'аnn@example.com']) {
    const parsed = emailAddress.safeParse(text)
    expect(parsed.error && issuesOf(parsed.error)[0]?.code).toBe('email_not_ascii')
  }
})

test('warns of look-alike letters within one name', () => {
  expect(hasMixedScripts('a@pаypal.com')).toBe(true)
  expect(hasMixedScripts('a@paypal.com')).toBe(false)
  expect(hasMixedScripts('a@почта.com')).toBe(false)
})

test('judges a hostile address at once', () => {
  const hostile = [`${'a.'.repeat(50_000)}@b.com`, `a@${'a-'.repeat(50_000)}.com`, '@'.repeat(1e6)]
  const judged = (text: string) => [
    emailAddress.safeParse(text).success,
    isPlainAddress(text.slice(0, EMAIL_MAX)),
  ]
  for (const text of hostile) expect(judged(text)).toEqual([false, false])
  expect(fastestMs(() => hostile.map(judged))).toBeLessThan(50)
})
