import { expect, test } from 'vitest'
import { uuidv7 } from '@/db/schema/uuid'
import { testDatabase } from '@/db/testing/testing'
import { formStart } from '@/lib/http/actions/form-state'
import { formOf, TestBrowser } from '@/lib/http/testing-request'
import { signIn, signUp } from './actions'

testDatabase()

const PASSWORD = 'correct horse battery'

test.for(['//evil.com', '/\\evil', 'https:evil', '/%0d%0aSet-Cookie', 'javascript:alert(1)', '/invoices/..'])(
  'after signing in, %j leads to the start page',
  async (next) => {
    const { email } = await signedUp()
    expect(await send(signIn, { email, password: PASSWORD, next })).toEqual({ redirect: '/' })
  },
)

test('a request that names another host signs in to ours, or not at all', async () => {
  const { email } = await signedUp()
  const evil = { host: 'evil.example', 'x-forwarded-host': 'evil.example' }
  const input = { email, password: PASSWORD, next: '/clients' }
  expect(await send(signIn, input, evil)).toEqual({ redirect: '/clients' })
  const foreign = { 'x-forwarded-host': 'evil.example', origin: 'https://evil.example' }
  expect(await send(signIn, input, foreign)).toMatchObject(refused('not_from_here'))
})

test.for([
  ['of one character', 'x', { field: 'password', code: 'password_too_short' }],
  ['of 129 characters', 'y'.repeat(129), { field: 'password', code: 'password_too_long' }],
  ['of a megabyte', 'x'.repeat(1_000_000), { code: 'invalid' }],
  ['with NUL', `${PASSWORD}\0`, { field: 'password', code: 'text_unreadable' }],
] as const)('a password %s is refused, and the rest of the form stays', async ([, password, refusal]) => {
  const typed = { name: 'Ann Lee', email: `${uuidv7()}@example.com` }
  const state = await send(signUp, { ...typed, password })
  expect(state).toMatchObject({ value: { values: typed, refusal } })
})

test.for([
  ['of 72 characters', 'long walk at night '.repeat(4).slice(0, 72)],
  ['of 73 characters', 'long walk at night '.repeat(4).slice(0, 73)],
  ['of 128 characters', 'long walk at night '.repeat(7).slice(0, 128)],
  ['of emoji', '🔑🐎🔋🧷🌙🚶🌃🌧️🏡☕📖🛏️💤'],
  ['that begins with a space', ' leading space here'],
] as const)('a password %s counts to its last and from its first character', async ([, password]) => {
  const { email } = await signedUp(password)
  for (const wrong of [[...password].slice(0, -1).join(''), [...password].slice(1).join(''), `${password} `])
    expect(await send(signIn, { email, password: wrong })).toMatchObject(refused('wrong_credentials'))
  expect(await send(signIn, { email, password })).toEqual({ redirect: '/invoices' })
})

test('an unknown e-mail and a wrong password get the same answer', async () => {
  const { email } = await signedUp()
  const answers = [email, `${uuidv7()}@example.com`].map((name) =>
    send(signIn, { email: name, password: 'wrong horse' }),
  )
  const [known, unknown] = (await Promise.all(answers)).map(
    (answer) => 'value' in answer && answer.value.refusal,
  )
  expect(known).toMatchObject({ code: 'wrong_credentials' })
  expect({ ...known, requestId: '' }).toEqual({ ...unknown, requestId: '' })
})

test('a field that comes twice is refused, whichever is right', async () => {
  const { email } = await signedUp()
  for (const second of [email, 'second@example.com']) {
    const form = formOf({ email, password: PASSWORD })
    form.append('email', second)
    expect(await new TestBrowser().call(() => signIn(formStart(), form))).toMatchObject(refused('invalid'))
  }
})

async function signedUp(password = PASSWORD) {
  const email = `${uuidv7()}@example.com`
  expect(await send(signUp, { name: 'Ann Lee', email, password })).toEqual({ redirect: '/welcome' })
  return { email }
}

function send(action: typeof signIn, fields: Record<string, string>, headers: Record<string, string> = {}) {
  const browser = new TestBrowser()
  browser.headers = { ...browser.headers, ...headers }
  return browser.call(() => action(formStart(), formOf(fields)))
}

function refused(code: string) {
  return { value: { refusal: { code } } }
}
