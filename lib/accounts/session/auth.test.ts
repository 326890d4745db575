import { sql } from 'drizzle-orm'
import { encode } from 'next-auth/jwt'
import { getServerSession } from 'next-auth/next'
import { expect, test } from 'vitest'
import { uuidv7 } from '@/db/schema/uuid'
import { workspaces } from '@/db/schema/workspaces'
import { testDatabase } from '@/db/testing/testing'
import { createMember, createUser } from '@/lib/accounts/testing'
import { TestBrowser } from '@/lib/http/testing-request'
import { currentMember, readAsCurrentMember, readAsMember, requireMember, signedInUser } from './auth'
import { authOptions } from './auth-options'
import { sessionSecret } from './cookie'
import { revokeSession } from './mutations'

testDatabase()

const COOKIE = 'next-auth.session-token'

test('knows the member behind a cookie, and next-auth knows the same person', async () => {
  const { browser, member } = await createMember({ name: 'Ann' })
  expect(await browser.run(requireMember)).toEqual(member)
  const session = await browser.run(() => getServerSession(authOptions()))
  expect(session?.userId).toBe(member.userId)
})

test('sends people without a session to sign in, and people without a business to name it', async () => {
  expect(await new TestBrowser().call(requireMember)).toEqual({ redirect: '/sign-in' })
  const { browser, userId } = await createUser()
  expect(await browser.call(requireMember)).toEqual({ redirect: '/welcome' })
  expect(await browser.run(currentMember)).toBeNull()
  expect(await browser.run(signedInUser)).toMatchObject({ userId })
})

test('what a member reads is read by the tenant role in their workspace, in the transaction that found the session', async () => {
  const { browser, member } = await createMember()
  const scope = sql<string>`current_user::text || ' ' || current_setting('app.workspace_id')`
  const [reader, rows] = await browser.run(() =>
    readAsMember((tx) => tx.select({ scope, id: workspaces.id }).from(workspaces)),
  )
  expect(reader).toEqual(member)
  expect(rows).toEqual([{ scope: `centwise_tenant ${member.workspaceId}`, id: member.workspaceId }])
})

test('nothing is read for people without a session or without a business', async () => {
  const read = async () => expect.unreachable()
  const { browser } = await createUser()
  expect(await browser.run(() => readAsCurrentMember(read))).toBeNull()
  expect(await browser.call(() => readAsMember(read))).toEqual({ redirect: '/welcome' })
  expect(await new TestBrowser().run(() => readAsCurrentMember(read))).toBeNull()
  expect(await new TestBrowser().call(() => readAsMember(read))).toEqual({ redirect: '/sign-in' })
})

test('a revoked session is nobody at once, for us and for next-auth', async () => {
  const { browser, member } = await createMember()
  await revokeSession(member)
  expect(await browser.run(currentMember)).toBeNull()
  expect(await browser.run(() => getServerSession(authOptions()))).toBeNull()
})

test('whoever has no cookie of ours is signed out, and nothing breaks', async () => {
  const { member } = await createMember()
  const claims = { sub: member.userId, sid: member.sessionId }
  const mint = (token: Record<string, unknown>, secret = sessionSecret(), maxAge = 60) =>
    encode({ token, secret, maxAge })
  const good = await mint(claims)
  const unsigned = [{ alg: 'none' }, claims].map((part) => btoa(JSON.stringify(part))).join('.')
  const cookies = [
    await mint(claims, 'another secret of at least 32 characters'),
    await mint(claims, sessionSecret(), -60),
    await mint({ ...claims, sid: uuidv7() }),
    await mint({ ...claims, sub: uuidv7() }),
    await mint({ ...claims, sid: { id: member.sessionId } }),
    await mint({ sub: member.userId }),
    `${good.slice(0, -4)}AAAA`,
    `${unsigned}.`,
    'x'.repeat(8_000),
    'garbage',
  ]
  const browser = new TestBrowser()
  browser.cookies.set(COOKIE, good)
  expect(await browser.run(currentMember)).not.toBeNull()
  for (const cookie of cookies) {
    browser.cookies.set(COOKIE, cookie)
    expect(await browser.run(currentMember)).toBeNull()
    expect(await browser.run(() => getServerSession(authOptions()))).toBeNull()
  }
})

test('a cookie in fifty pieces is nobody', async () => {
  const browser = new TestBrowser()
  for (let piece = 0; piece < 50; piece++) browser.cookies.set(`${COOKIE}.${piece}`, 'x'.repeat(100))
  expect(await browser.call(requireMember)).toEqual({ redirect: '/sign-in' })
})
