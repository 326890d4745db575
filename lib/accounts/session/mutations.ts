import 'server-only'
import { and, eq, isNull, ne, type SQL, sql } from 'drizzle-orm'
import { authSessions } from '@/db/schema/users'
import { uuidv7 } from '@/db/schema/uuid'
import { asSystem } from '@/db/system'
import { enterWorkspace, type WorkspaceTx } from '@/db/workspace'
import type { LiveSession } from '@/lib/accounts/member'
import { findLiveSession } from '@/lib/accounts/queries'
import { clock } from '@/lib/clock'
import { SESSION_SECONDS, type SessionClaims } from './cookie'

/** `last_seen_at` is written at most this often, so that reading a page is rarely a write. */
const SEEN_EVERY_MS = 600_000

/** A new session each time, so that a cookie from before the sign-in is worth nothing after it. */
export async function openSession(userId: string, userAgent: string): Promise<SessionClaims> {
  const sessionId = uuidv7()
  const expiresAt = sql`now() + make_interval(secs => ${SESSION_SECONDS})`
  await asSystem((tx) => tx.insert(authSessions).values({ id: sessionId, userId, userAgent, expiresAt }))
  return { userId, sessionId }
}

/** The session a cookie claims, marked as seen. */
export async function resumeSession(claims: SessionClaims): Promise<LiveSession | null> {
  const resumed = await readInSession(claims, async () => null)
  return resumed?.found ?? null
}

/** The session a cookie claims, and what `read` finds in its business, in one transaction. */
export async function readInSession<T>(
  claims: SessionClaims,
  read: (tx: WorkspaceTx, session: LiveSession) => Promise<T>,
) {
  const resumed = await enterWorkspace((tx) => findLiveSession(tx, claims), read)
  // Rarely, and by then the transaction belongs to the workspace.
  if (resumed && resumed.found.lastSeenAt.getTime() < clock.wall().getTime() - SEEN_EVERY_MS)
    await markSeen(claims)
  return resumed
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

async function markSeen({ sessionId }: SessionClaims) {
  await asSystem((tx) =>
    tx.update(authSessions).set({ lastSeenAt: sql`now()` }).where(eq(authSessions.id, sessionId)),
  )
}

async function revoke(which: SQL | undefined) {
  await asSystem((tx) =>
    tx
      .update(authSessions)
      .set({ revokedAt: sql`now()` })
      .where(and(which, isNull(authSessions.revokedAt))),
  )
}
