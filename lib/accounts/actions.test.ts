import { expect, test } from 'vitest'
import { uuidv7 } from '@/db/schema/uuid'
import { testDatabase } from '@/db/testing/testing'
import { formStart } from '@/lib/http/actions/form-state'
import { formOf, TestBrowser } from '@/lib/http/testing-request'
import { endSession, signIn, signInAsDemo, signOut, signOutEverywhere, signUp } from './actions'
import { DEMO_EMAIL } from './demo'
import { currentMember, sessionsOf, signedInUser } from './session/auth'
import { createMember, createUser } from './testing'

testDatabase()

const PASSWORD = 'correct horse battery'

test('signing up signs in, signing out signs out, and the old cookie is worth nothing', async () => {
  const { browser, email } = await signedUp()
  expect(await browser.run(signedInUser)).toMatchObject({ email, name: 'Ann Lee' })
  const kept = new Map(browser.cookies)
  expect(await browser.call(() => signOut(formOf({})))).toEqual({ redirect: '/sign-in' })
  expect(browser.cookies.size).toBe(0)
  for (const [name, value] of kept) browser.cookies.set(name, value)
  expect(await browser.run(signedInUser)).toBeNull()
})

test('a refused sign-in keeps the e-mail and never the password', async () => {
  const { email } = await signedUp()
  const state = await send(new TestBrowser(), signIn, {
    email,
    password: 'wrong horse battery',
    next: '/clients',
  })
  expect(state).toMatchObject({
    value: { values: { email, next: '/clients' }, refusal: { code: 'wrong_credentials' } },
  })
  expect(JSON.stringify(state)).not.toContain('wrong horse')
})

test.for([
  ['/invoices?status=open', '/invoices?status=open'],
  ['//evil.com', '/'],
  ['/\\evil', '/'],
  ['https:evil', '/'],
  ['/%0d%0aSet-Cookie', '/'],
])('after signing in, %j leads to %j', async ([next = '', page]) => {
  const { email } = await signedUp()
  expect(await send(new TestBrowser(), signIn, { email, password: PASSWORD, next })).toEqual({
    redirect: page,
  })
})

test('signing in replaces the session the browser had', async () => {
  const { browser, email } = await signedUp()
  const before = new TestBrowser()
  for (const [name, value] of browser.cookies) before.cookies.set(name, value)
  await send(browser, signIn, { email, password: PASSWORD })
  expect(await browser.run(signedInUser)).not.toBeNull()
  expect(await before.run(signedInUser)).toBeNull()
})

test('names the field of a bad e-mail and of a password that is too short, too long or guessable', async () => {
  const codes = async (fields: Record<string, string>) => {
    const result = await send(new TestBrowser(), signUp, { ...person(), ...fields })
    return 'value' in result ? [result.value.refusal?.field, result.value.refusal?.code] : result
  }
  expect(await codes({ email: 'ann@example.com,eve@example.com' })).toEqual(['email', 'email_invalid'])
  expect(await codes({ email: 'ann@example.com\r\nBcc: eve@example.com' })).toEqual([
    'email',
    'email_invalid',
  ])
  expect(await codes({ password: 'x' })).toEqual(['password', 'password_too_short'])
  expect(await codes({ password: 'y'.repeat(129) })).toEqual(['password', 'password_too_long'])
  expect(await codes({ password: `${PASSWORD}\0` })).toEqual(['password', 'text_unreadable'])
  expect(await codes({ password: 'password1234' })).toEqual(['password', 'password_guessable'])
  expect(await codes({ password: 'x'.repeat(1_000_000) })).toEqual([undefined, 'invalid'])
})

test('a password of 128 characters counts to the last one, and one with spaces around it keeps them', async () => {
  for (const password of [`${'long walk '.repeat(12)}at night`, '  spaces around me  ']) {
    const { email } = await signedUp({ password })
    const shorter = await send(new TestBrowser(), signIn, { email, password: password.slice(0, -1) })
    expect(shorter).toMatchObject({ value: { refusal: { code: 'wrong_credentials' } } })
    expect(await send(new TestBrowser(), signIn, { email, password })).toEqual({ redirect: '/invoices' })
  }
})

test('refuses a field that comes twice, a file, and a field that no form of ours has', async () => {
  const twice = formOf(person())
  twice.append('email', 'second@example.com')
  const file = formOf(person())
  file.set('name', new File(['x'], 'name.txt'))
  for (const form of [twice, file, formOf({ ...person(), role: 'owner' })]) {
    const result = await new TestBrowser().call(() => signUp(formStart(), form))
    expect(result).toMatchObject({ value: { refusal: { code: 'invalid' } } })
  }
})

test('signs nobody in for a page of somebody else', async () => {
  const { email } = await signedUp()
  const browser = new TestBrowser()
  browser.headers = { ...browser.headers, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
  expect(await send(browser, signIn, { email, password: PASSWORD })).toMatchObject({
    value: { refusal: { code: 'not_from_here' } },
  })
  expect(browser.cookies.size).toBe(0)
})

test('signing out everywhere ends the sessions of this person only', async () => {
  const { browser, email } = await signedUp()
  const phone = new TestBrowser()
  await send(phone, signIn, { email, password: PASSWORD })
  const other = await createMember()
  expect(await browser.call(() => signOutEverywhere(formOf({})))).toEqual({ redirect: '/sign-in' })
  expect(await phone.run(signedInUser)).toBeNull()
  expect(await other.browser.run(currentMember)).not.toBeNull()
})

test('one device can sign another one out, but not that of another person', async () => {
  const { browser, member } = await createMember()
  const stranger = await createUser()
  await browser.call(() => endSession(formOf({ sessionId: stranger.sessionId })))
  expect(await stranger.browser.run(signedInUser)).not.toBeNull()
  await browser.call(() => endSession(formOf({ sessionId: member.sessionId })))
  expect(await sessionsOf(member)).toEqual([])
})

test('the demo signs in without a password, once its person is there', async () => {
  const early = await send(new TestBrowser(), signInAsDemo, {})
  expect(early).toMatchObject({ value: { refusal: { code: 'no_demo' } } })
  await createMember({ email: DEMO_EMAIL })
  const browser = new TestBrowser()
  expect(await send(browser, signInAsDemo, {})).toEqual({ redirect: '/invoices' })
  expect(await browser.run(currentMember)).toMatchObject({ email: DEMO_EMAIL })
})

function person() {
  return { name: 'Ann Lee', email: `${uuidv7()}@example.com`, password: PASSWORD }
}

async function signedUp(overrides: Partial<ReturnType<typeof person>> = {}) {
  const browser = new TestBrowser()
  const fields = { ...person(), ...overrides }
  expect(await send(browser, signUp, fields)).toEqual({ redirect: '/welcome' })
  return { browser, ...fields }
}

function send(browser: TestBrowser, action: typeof signIn, fields: Record<string, string>) {
  return browser.call(() => action(formStart(), formOf(fields)))
}
