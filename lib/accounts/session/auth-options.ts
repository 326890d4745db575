import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import credentialsProvider from 'next-auth/providers/credentials'
import { signIn } from '@/lib/accounts/mutations'
import { signInSchema } from '@/lib/accounts/schema'
import { paths } from '@/lib/paths'
import { claimsOf, SESSION_SECONDS, sessionCookie, sessionSecret } from './cookie'
import { resumeSession, revokeSession } from './mutations'

/**
 * next-auth over the same accounts, sessions and cookie as our own forms: for `getServerSession` and next-auth's
 * routes. A function, because secret and address are known only once the server runs.
 */
export function authOptions(): NextAuthOptions {
  return {
    secret: sessionSecret(),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    cookies: { sessionToken: sessionCookie() },
    pages: { signIn: paths.signIn, signOut: paths.account, error: paths.signIn },
    providers: [credentials],
    callbacks: {
      jwt: liveToken,
      session: async ({ session, token }) => ({ ...session, userId: token.sub ?? '' }),
    },
    events: { signOut: ({ token }) => endClaimed(token.sub, token.sid) },
    // A tampered or ended session is the visitor's affair: next-auth answers it as nobody's, and our log stays clean.
    logger: { error: () => {} },
  }
}

const credentials = credentialsProvider({
  credentials: { email: { type: 'email' }, password: { type: 'password' } },
  async authorize(typed, request) {
    const input = signInSchema.safeParse({ email: typed?.email, password: typed?.password })
    if (!input.success) return null
    const session = await signIn(input.data, String(request.headers?.['user-agent'] ?? ''))
    if (!session.ok) return null
    const { userId, sessionId } = session.value
    return { id: userId, sessionId, email: input.data.email }
  },
})

type JwtCallback = NonNullable<NonNullable<NextAuthOptions['callbacks']>['jwt']>

// Throwing is how next-auth is told that there is no session, and that the cookie must go.
const liveToken: JwtCallback = async ({ token, user }) => {
  // `user` is there at the moment of signing in only, whatever the types of next-auth say.
  const sid = user ? user.sessionId : token.sid
  const claims = claimsOf(token.sub, sid)
  if (!claims || !(await resumeSession(claims))) throw new Error('This session has ended.')
  return { sub: claims.userId, sid: claims.sessionId, email: token.email ?? null }
}

async function endClaimed(userId: unknown, sessionId: unknown) {
  const claims = claimsOf(userId, sessionId)
  if (claims) await revokeSession(claims)
}
