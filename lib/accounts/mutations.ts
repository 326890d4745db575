import 'server-only'
import { and, eq } from 'drizzle-orm'
import { users } from '@/db/schema/users'
import { asSystem } from '@/db/system'
import { env } from '@/lib/boot/env'
import { countTry, forgetTries, privateKey } from '@/lib/http/rate-limit'
import { done, type Refusal, type Result, refuse } from '@/lib/result'
import { DEMO_EMAIL } from './demo'
import { isGuessable } from './passwords/guessable'
import { hashPassword, isOutdated, verifyPassword } from './passwords/passwords'
import { findCredentials } from './queries'
import type { SignInInput, SignUpInput } from './schema'
import type { SessionClaims } from './session/cookie'
import { openSession } from './session/mutations'

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

/** Signs in without a password, to invented data: refused wherever real money could be. */
export async function openDemoSession(userAgent: string): Promise<Result<SessionClaims>> {
  if (env().stripeMode !== 'emulator') return refuse('no_demo', 'There is no demo here.')
  const demo = await asSystem((tx) => findCredentials(tx, DEMO_EMAIL))
  if (!demo) return refuse('no_demo', 'The demo is still being prepared. Try again in a moment.')
  return done(await openSession(demo.userId, userAgent))
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
