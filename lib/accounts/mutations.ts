import 'server-only'
import { and, eq, isNull, ne, type SQL, sql } from 'drizzle-orm'
import { authSessions, users } from '@/db/schema/users'
import { uuidv7 } from '@/db/schema/uuid'
import { asSystem, type SystemTx } from '@/db/system'
import { countTry, forgetTries, privateKey } from '@/lib/rate-limit'
import { done, type Refusal, type Result, refuse } from '@/lib/result'
import { SESSION_SECONDS, type SessionClaims } from '@/lib/session-cookie'
import { isGuessable } from './guessable'
import type { LiveSession } from './member'
import { hashPassword, isOutdated, verifyPassword } from './passwords'
import { findCredentials, findLiveSession } from './queries'
import type { SignInInput, SignUpInput } from './schema'

/** `last_seen_at` is written at most this often, so that reading a page is rarely a write. */
const SEEN_EVERY_MS = 600_000

/** One text for an unknown e-mail and a wrong password. */
const WRONG: Refusal = refuse('wrong_credentials', 'This e-mail and password do not belong together.')
const NO_ACCOUNT_MADE: Refusal = refuse(
  'sign_up_refused',
  'We could not open an account with these. If you have one already, sign in.',
)

const GUESSABLE: Refusal = refuse(
  'password_guessable',
  'This password is among the first that are guessed. Use words that do not belong together.',
  { field: 'password' },
)

/** Opens a session for the right password; the same work and the same words for an unknown e-mail as for a wrong one. */
export async function signIn(input: SignInInput, userAgent: string): Promise<Result<SessionClaims>> {
  const tries = privateKey('sign-in', input.email.toLowerCase())
  const waitSeconds = await countTry(tries)
  if (waitSeconds > 0) return refuse('too_often', `Too many tries. Try again in ${waitSeconds} seconds.`)
  const account = await asSystem((tx) => findCredentials(tx, input.email))
  const right = await verifyPassword(account?.passwordHash ?? null, input.password)
  if (!right.ok) return right
  if (!account || !right.value) return WRONG
  await forgetTries(tries)
  if (isOutdated(account.passwordHash)) await renewHash(account, input.password)
  return done(await openSession(account.userId, userAgent))
}

/**
 * Makes an account and opens its first session. Where the e-mail has one already this is an attempt to sign in to it,
 * counted and answered as such: the form cannot be used to guess passwords, and never says that an account exists.
 */
export async function signUp(input: SignUpInput, userAgent: string): Promise<Result<SessionClaims>> {
  if (isGuessable(input.password, [input.name, input.email])) return GUESSABLE
  const taken = await asSystem((tx) => findCredentials(tx, input.email))
  if (taken) return signInInstead(input, userAgent)
  const passwordHash = await hashPassword(input.password)
  if (!passwordHash.ok) return passwordHash
  const { name, email } = input
  const [user] = await asSystem((tx) =>
    tx
      .insert(users)
      .values({ name, email, passwordHash: passwordHash.value })
      .onConflictDoNothing()
      .returning({ id: users.id }),
  )
  return user ? done(await openSession(user.id, userAgent)) : signInInstead(input, userAgent)
}

/** A new session each time, so that a cookie from before the sign-in is worth nothing after it. */
export async function openSession(userId: string, userAgent: string): Promise<SessionClaims> {
  const sessionId = uuidv7()
  const expiresAt = sql`now() + make_interval(secs => ${SESSION_SECONDS})`
  await asSystem((tx) => tx.insert(authSessions).values({ id: sessionId, userId, userAgent, expiresAt }))
  return { userId, sessionId }
}

/** The session a cookie claims, marked as seen. */
export function resumeSession(claims: SessionClaims): Promise<LiveSession | null> {
  return asSystem(async (tx) => {
    const session = await findLiveSession(tx, claims)
    if (session && session.lastSeenAt.getTime() < Date.now() - SEEN_EVERY_MS) await markSeen(tx, claims)
    return session
  })
}

/** Ends one session of a person; nothing happens to a session that is somebody else's. */
export async function revokeSession({ userId, sessionId }: SessionClaims) {
  await revoke(and(eq(authSessions.userId, userId), eq(authSessions.id, sessionId)))
}

/** Ends every session of a person, but for the one they are using when it is given. */
export async function revokeSessions(userId: string, exceptSessionId?: string) {
  const others = exceptSessionId ? ne(authSessions.id, exceptSessionId) : undefined
  await revoke(and(eq(authSessions.userId, userId), others))
}

async function signInInstead({ email, password }: SignUpInput, userAgent: string) {
  const session = await signIn({ email, password }, userAgent)
  return !session.ok && session.code === WRONG.code ? NO_ACCOUNT_MADE : session
}

// Not if the password was changed meanwhile.
async function renewHash(account: { userId: string; passwordHash: string }, password: string) {
  const renewed = await hashPassword(password)
  if (!renewed.ok) return
  const unchanged = and(eq(users.id, account.userId), eq(users.passwordHash, account.passwordHash))
  await asSystem((tx) => tx.update(users).set({ passwordHash: renewed.value }).where(unchanged))
}

async function markSeen(tx: SystemTx, { sessionId }: SessionClaims) {
  await tx.update(authSessions).set({ lastSeenAt: sql`now()` }).where(eq(authSessions.id, sessionId))
}

async function revoke(which: SQL | undefined) {
  await asSystem((tx) =>
    tx
      .update(authSessions)
      .set({ revokedAt: sql`now()` })
      .where(and(which, isNull(authSessions.revokedAt))),
  )
}
