import 'server-only'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { asSystem } from '@/db/system'
import { paths } from '@/lib/paths'
import { type LiveSession, type Member, memberOf, type SignedInUser } from './member'
import { resumeSession } from './mutations-session'
import { listSessions } from './queries'
import { readSessionCookie } from './session-cookie'

/** The member who asks, for pages. Sends others to sign in, or to name their business first. */
export const requireMember = cache(async (): Promise<Member> => {
  const session = await liveSession()
  if (!session) redirect(paths.signIn)
  return memberOf(session) ?? redirect(paths.welcome)
})

/** The member who asks, for route handlers and actions: null means 401. */
export async function currentMember(): Promise<Member | null> {
  const session = await liveSession()
  return session && memberOf(session)
}

/** Who is signed in, with or without a business. */
export async function signedInUser(): Promise<SignedInUser | null> {
  return liveSession()
}

/** Where a person is signed in. */
export function sessionsOf({ userId }: SignedInUser) {
  return asSystem((tx) => listSessions(tx, userId))
}

// Once a request, however many components ask.
const liveSession = cache(async (): Promise<LiveSession | null> => {
  const claims = await readSessionCookie()
  return claims && resumeSession(claims)
})
