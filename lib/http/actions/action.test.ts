import { expect, test } from 'vitest'
import { z } from 'zod'
import { testDatabase } from '@/db/testing/testing'
import { createMember, createUser } from '@/lib/accounts/testing'
import { TestBrowser } from '@/lib/http/testing-request'
import { withCode } from '@/lib/issues'
import { done, refuse } from '@/lib/result'
import { action } from './action'

testDatabase()

const NAME = withCode('required', 'Enter a name.')
const schema = z.strictObject({ lines: z.array(z.strictObject({ name: z.string().refine(Boolean, NAME) })) })
const INPUT = { lines: [{ name: 'Logo' }] }

const greet = action(schema, { permission: 'clients.create' }, async (member, input) =>
  done(`${member.name}: ${input.lines.map(({ name }) => name)}`),
)

test('runs for a member, and hands over what the schema made of the input', async () => {
  const { browser } = await createMember({ name: 'Ann' })
  expect(await browser.run(() => greet(INPUT))).toEqual({ ok: true, value: 'Ann: Logo' })
})

test('refuses a call that did not come from our own page, before it looks at anything else', async () => {
  const { browser } = await createMember()
  const foreign: Record<string, string>[] = [
    { host: 'localhost:3000' },
    { host: 'localhost:3000', origin: 'null' },
    { host: 'localhost:3000', origin: 'https://evil.example' },
    { ...browser.headers, 'sec-fetch-site': 'cross-site' },
  ]
  for (const headers of foreign) {
    browser.headers = headers
    expect(await browser.run(() => greet(INPUT))).toMatchObject({ ok: false, code: 'not_from_here' })
  }
})

test('refuses people without a session, and people without a business', async () => {
  expect(await new TestBrowser().run(() => greet(INPUT))).toMatchObject({ code: 'signed_out' })
  const { browser } = await createUser()
  expect(await browser.run(() => greet(INPUT))).toMatchObject({ code: 'signed_out' })
})

test('asks for the role before it reads the input', async () => {
  const { browser } = await createMember({ role: 'accountant' })
  const listAll = action(schema, { permission: 'invoices.refresh' }, async () => done('all'))
  expect(await browser.run(() => greet({ lines: [{ name: '' }] }))).toMatchObject({ code: 'not_allowed' })
  expect(await browser.run(() => listAll(INPUT))).toEqual({ ok: true, value: 'all' })
})

test('names every field that is wrong by its path', async () => {
  const { browser } = await createMember()
  const wrong = { lines: [{ name: 'Logo' }, { name: '' }, { name: '' }] }
  expect(await browser.run(() => greet(wrong))).toMatchObject({
    ok: false,
    code: 'required',
    field: 'lines.1.name',
    issues: [
      { field: 'lines.1.name', code: 'required', message: 'Enter a name.' },
      { field: 'lines.2.name', code: 'required', message: 'Enter a name.' },
    ],
  })
})

test.for([
  ['an unknown key', { ...INPUT, workspaceId: 'x' }],
  ['a prototype', JSON.parse('{"lines":[],"__proto__":{"role":"owner"}}')],
  ['a constructor', { lines: [], constructor: {} }],
  ['ten thousand levels', JSON.parse(`${'['.repeat(10_000)}${']'.repeat(10_000)}`)],
  ['a megabyte', { lines: [{ name: 'x'.repeat(1_000_000) }] }],
  ['nothing', undefined],
])('refuses %s', async ([, input]) => {
  const { browser } = await createMember()
  expect(await browser.run(() => greet(input))).toMatchObject({ ok: false, code: 'invalid' })
})

test('refuses too many calls of one person, and lets the next person call', async () => {
  const limit = { count: 2, perSeconds: 60 }
  const send = action(schema, { permission: 'invoices.send', limit }, async () => done('sent'))
  const { browser } = await createMember()
  for (let calls = 1; calls <= 2; calls++) await browser.run(() => send(INPUT))
  expect(await browser.run(() => send(INPUT))).toMatchObject({ ok: false, code: 'too_often' })
  const other = await createMember()
  expect(await other.browser.run(() => send(INPUT))).toMatchObject({ ok: true })
})

test('hands a refusal on, with the id of the request', async () => {
  const { browser } = await createMember()
  const stale = action(schema, { permission: 'clients.update' }, async () =>
    refuse('conflict', 'Somebody was quicker.'),
  )
  const result = await browser.run(() => stale(INPUT))
  expect(result).toMatchObject({
    ok: false,
    code: 'conflict',
    requestId: expect.stringMatching(/^[\da-f-]{36}$/),
  })
})
