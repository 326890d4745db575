import 'server-only'
import { cookies } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { env } from '@/lib/boot/env'
import { isUuid } from '@/lib/text/uuid'

/** How long a sign-in may last at most; the row behind it also ends after a day without use. */
export const SESSION_SECONDS = 14 * 24 * 3_600

const COOKIE_MAX_CHARACTERS = 4_096

export type SessionClaims = { userId: string; sessionId: string }

/** The cookie next-auth reads and writes. `__Host-` ties it to this host and to https. */
export function sessionCookie() {
  const secure = env().appUrl.startsWith('https:')
  return {
    name: secure ? '__Host-next-auth.session-token' : 'next-auth.session-token',
    options: { httpOnly: true, secure, sameSite: 'lax' as const, path: '/' },
  }
}

export async function writeSessionCookie({ userId, sessionId }: SessionClaims) {
  const { name, options } = sessionCookie()
  const token = { sub: userId, sid: sessionId }
  const value = await encode({ token, secret: sessionSecret(), maxAge: SESSION_SECONDS })
  const jar = await cookies()
  jar.set(name, value, { ...options, maxAge: SESSION_SECONDS })
}

export async function clearSessionCookie() {
  const { name, options } = sessionCookie()
  const jar = await cookies()
  jar.set(name, '', { ...options, maxAge: 0 })
}

/** What the cookie claims; null when there is none, or when it is not one we made or is too old. */
export async function readSessionCookie(): Promise<SessionClaims | null> {
  const jar = await cookies()
  const token = jar.get(sessionCookie().name)?.value
  if (!token || token.length > COOKIE_MAX_CHARACTERS) return null
  // next-auth's decode throws on whatever it did not encode itself with this secret.
  const claims = await decode({ token, secret: sessionSecret() }).catch(() => null)
  return claimsOf(claims?.sub, claims?.sid)
}

/** Both must be UUIDs as text: an object or an empty string is nobody. */
export function claimsOf(userId: unknown, sessionId: unknown): SessionClaims | null {
  if (typeof userId !== 'string' || typeof sessionId !== 'string') return null
  return isUuid(userId) && isUuid(sessionId) ? { userId, sessionId } : null
}

export function sessionSecret() {
  const secret = process.env.NEXTAUTH_SECRET
  if (!secret) throw new Error('NEXTAUTH_SECRET is not set; it is made when the server starts.')
  return secret
}
