import { hash } from '@node-rs/argon2'
import { eq, isNotNull, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { rateLimits } from '@/db/schema/rate-limits'
import { authSessions, users } from '@/db/schema/users'
import { uuidv7 } from '@/db/schema/uuid'
import { asSystem } from '@/db/system'
import { onEachDatabase } from '@/db/testing/testing'
import { signIn, signUp } from './mutations'
import { isOutdated, passwordWork } from './passwords/passwords'
import { findCredentials } from './queries'
import { resumeSession, revokeSession, revokeSessions } from './session/mutations'

const PASSWORD = 'correct horse battery'
const DEVICE = 'Firefox'

onEachDatabase(() => {
  test('a new person is signed in, and can sign in again under any case of their e-mail', async () => {
    const email = newEmail()
    const session = await signedUp(email)
    expect(await resumeSession(session)).toMatchObject({ email, name: 'Ann Lee', workspace: null })
    const again = await signIn({ email: email.toUpperCase(), password: PASSWORD }, DEVICE)
    expect(again).toMatchObject({ ok: true, value: { userId: session.userId } })
  })

  test('an unknown e-mail and a wrong password get the same answer for the same work', async () => {
    const email = newEmail()
    await signedUp(email)
    const wrong = await costing(() => signIn({ email, password: 'wrong horse battery' }, DEVICE))
    const unknown = await costing(() =>
      signIn({ email: newEmail(), password: 'wrong horse battery' }, DEVICE),
    )
    expect(wrong.answer).toEqual(unknown.answer)
    expect(wrong.answer).toMatchObject({ ok: false, code: 'wrong_credentials' })
    expect([wrong.passed, unknown.passed]).toEqual([1, 1])
  })

  test('a sign-up for an e-mail that is taken costs the same, says nothing of it, and changes nothing', async () => {
    const email = newEmail()
    await signedUp(email)
    const input = { name: 'Eve', email, password: 'something else entirely' }
    const taken = await costing(() => signUp(input, DEVICE))
    const free = await costing(() => signUp({ ...input, email: newEmail() }, DEVICE))
    expect(taken.passed).toBe(free.passed)
    expect(taken.answer).toMatchObject({ ok: false, code: 'sign_up_refused' })
    expect(await signIn({ email, password: PASSWORD }, DEVICE)).toMatchObject({ ok: true })
  })

  test('a sign-up with the right password of an account there is signs in to it', async () => {
    const email = newEmail()
    const { userId } = await signedUp(email)
    const again = await signUp({ name: 'Ann', email, password: PASSWORD }, DEVICE)
    expect(again).toMatchObject({ ok: true, value: { userId } })
  })

  test('two sign-ups at once for one e-mail make one account', async () => {
    const email = newEmail()
    const sessions = await Promise.all([signedUp(email), signedUp(email)])
    expect(sessions[0].userId).toBe(sessions[1].userId)
  })

  test('after five wrong tries the right password has to wait as well, through sign-up too', async () => {
    const email = newEmail()
    await signedUp(email)
    for (let tries = 1; tries <= 5; tries++) await signIn({ email, password: 'wrong horse battery' }, DEVICE)
    await stretchBlock()
    const { answer, passed } = await costing(() => signIn({ email, password: PASSWORD }, DEVICE))
    expect(answer).toMatchObject({ ok: false, code: 'too_often' })
    expect(passed).toBe(0)
    const signedUpAgain = await signUp({ name: 'Ann', email, password: PASSWORD }, DEVICE)
    expect(signedUpAgain).toMatchObject({ ok: false, code: 'too_often' })
  })

  test('a revoked session is over, the other one of the same person is not', async () => {
    const email = newEmail()
    const phone = await signedUp(email)
    const laptop = await signedUp(email)
    await revokeSession({ ...phone, userId: uuidv7() })
    expect(await resumeSession(phone)).not.toBeNull()
    await revokeSession(phone)
    expect(await resumeSession(phone)).toBeNull()
    expect(await resumeSession(laptop)).not.toBeNull()
    await revokeSessions(laptop.userId)
    expect(await resumeSession(laptop)).toBeNull()
  })

  test('a session ends after a day without use and after fourteen days of use', async () => {
    const idle = await signedUp(newEmail())
    const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000)
    await age(idle.sessionId, { lastSeenAt: hoursAgo(23) })
    expect(await resumeSession(idle)).not.toBeNull()
    await age(idle.sessionId, { lastSeenAt: hoursAgo(25) })
    expect(await resumeSession(idle)).toBeNull()
    const old = await signedUp(newEmail())
    await age(old.sessionId, { expiresAt: hoursAgo(0) })
    expect(await resumeSession(old)).toBeNull()
  })

  test('using a session marks it as seen', async () => {
    const session = await signedUp(newEmail())
    await age(session.sessionId, { lastSeenAt: new Date(Date.now() - 3_600_000) })
    await resumeSession(session)
    const resumed = await resumeSession(session)
    expect(Date.now() - Number(resumed?.lastSeenAt)).toBeLessThan(60_000)
  })

  test('a session id of somebody else is nobody', async () => {
    const session = await signedUp(newEmail())
    const other = await signedUp(newEmail())
    expect(await resumeSession({ userId: session.userId, sessionId: other.sessionId })).toBeNull()
  })

  test('a hash from cheaper days is renewed at the next sign-in', async () => {
    const email = newEmail()
    const { userId } = await signedUp(email)
    const passwordHash = await hash(PASSWORD, { memoryCost: 8_192, timeCost: 1, parallelism: 1 })
    await asSystem((tx) => tx.update(users).set({ passwordHash }).where(eq(users.id, userId)))
    await signIn({ email, password: PASSWORD }, DEVICE)
    const account = await asSystem((tx) => findCredentials(tx, email))
    expect(account && isOutdated(account.passwordHash)).toBe(false)
    expect(await signIn({ email, password: PASSWORD }, DEVICE)).toMatchObject({ ok: true })
  })
})

function newEmail() {
  return `${uuidv7()}@example.com`
}

async function signedUp(email: string) {
  const result = await signUp({ name: 'Ann Lee', email, password: PASSWORD }, DEVICE)
  if (!result.ok) throw new Error(result.message)
  return result.value
}

/** How many passwords were hashed or compared for an answer. */
async function costing<T>(work: () => Promise<T>) {
  const before = passwordWork.passed
  const answer = await work()
  return { answer, passed: passwordWork.passed - before }
}

async function age(sessionId: string, times: Partial<typeof authSessions.$inferInsert>) {
  await asSystem((tx) => tx.update(authSessions).set(times).where(eq(authSessions.id, sessionId)))
}

/** The first block lasts a second, which a slow machine outlives; the one there is lasts an hour longer. */
async function stretchBlock() {
  const blocked = await asSystem((tx) =>
    tx
      .update(rateLimits)
      .set({ blockedUntil: sql`${rateLimits.blockedUntil} + interval '1 hour'` })
      .where(isNotNull(rateLimits.blockedUntil))
      .returning({ key: rateLimits.key }),
  )
  expect(blocked).toHaveLength(1)
}
