'use server'

import type { Route } from 'next'
import { z } from 'zod'
import { asButton, publicForm, userForm } from '@/lib/http/actions/form-action'
import { returnPath } from '@/lib/http/return-path'
import { paths } from '@/lib/paths'
import { done, type Result } from '@/lib/result'
import * as accounts from './mutations'
import { signInFormSchema, signUpSchema } from './schema'
import {
  clearSessionCookie,
  readSessionCookie,
  type SessionClaims,
  writeSessionCookie,
} from './session/cookie'
import { revokeSession, revokeSessions } from './session/mutations'

const PER_NETWORK = { count: 60, perSeconds: 600 }
const nothing = z.strictObject({})

export const signIn = publicForm(
  signInFormSchema,
  { name: 'signIn', limit: PER_NETWORK },
  async ({ next, ...input }, request) => {
    const session = await accounts.signIn(input, request.userAgent)
    return enterWith(session, returnPath(next))
  },
)

export const signUp = publicForm(
  signUpSchema,
  { name: 'signUp', limit: PER_NETWORK },
  async (input, request) => enterWith(await accounts.signUp(input, request.userAgent), paths.welcome),
)

export const signInAsDemo = publicForm(nothing, { name: 'signInAsDemo' }, async (_input, request) =>
  enterWith(await accounts.openDemoSession(request.userAgent), paths.invoices),
)

export const signOut = asButton(
  userForm(nothing, { name: 'signOut' }, async (user) => {
    await revokeSession(user)
    await clearSessionCookie()
    return done(paths.signIn)
  }),
)

export const signOutEverywhere = asButton(
  userForm(nothing, { name: 'signOutEverywhere' }, async (user) => {
    await revokeSessions(user.userId)
    await clearSessionCookie()
    return done(paths.signIn)
  }),
)

/** Signs one other device out. */
export const endSession = asButton(
  userForm(z.strictObject({ sessionId: z.uuid() }), { name: 'endSession' }, async (user, { sessionId }) => {
    await revokeSession({ userId: user.userId, sessionId })
    return done(paths.account)
  }),
)

// The session this browser had before, if any, is over: one cookie, one session.
async function enterWith(session: Result<SessionClaims>, to: Route): Promise<Result<Route>> {
  if (!session.ok) return session
  const before = await readSessionCookie()
  if (before) await revokeSession(before)
  await writeSessionCookie(session.value)
  return done(to)
}
