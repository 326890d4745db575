import 'server-only'
import { and, asc, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import { authSessions, users } from '@/db/schema/users'
import { memberships, workspaces } from '@/db/schema/workspaces'
import type { SystemTx } from '@/db/system'
import { entering } from '@/db/workspace'
import type { LiveSession } from './member'
import type { SessionClaims } from './session/cookie'

/** A sign-in that nobody used for this long has ended. */
const IDLE_SECONDS = 24 * 3_600

const live = and(
  isNull(authSessions.revokedAt),
  gt(authSessions.expiresAt, sql`now()`),
  gt(authSessions.lastSeenAt, sql`now() - make_interval(secs => ${IDLE_SECONDS})`),
)

/**
 * The session a cookie claims, with its person and their business; null when it was revoked or has ended. The
 * transaction sees that business from then on.
 */
export async function findLiveSession(tx: SystemTx, claims: SessionClaims): Promise<LiveSession | null> {
  const [row] = await tx
    .select({
      userId: users.id,
      sessionId: authSessions.id,
      email: users.email,
      name: users.name,
      lastSeenAt: authSessions.lastSeenAt,
      role: memberships.role,
      workspace: workspaceColumns,
      entered: entering(workspaces.id),
    })
    .from(authSessions)
    .innerJoin(users, eq(users.id, authSessions.userId))
    .leftJoin(memberships, eq(memberships.userId, users.id))
    .leftJoin(workspaces, eq(workspaces.id, memberships.workspaceId))
    .where(and(eq(authSessions.id, claims.sessionId), eq(authSessions.userId, claims.userId), live))
    .orderBy(asc(memberships.createdAt))
    .limit(1)
    .prepare('session')
    .execute()
  return row ?? null
}

export async function findCredentials(tx: SystemTx, email: string) {
  const [row] = await tx
    .select({ userId: users.id, passwordHash: users.passwordHash })
    .from(users)
    .where(eq(sql`lower(${users.email})`, email.toLowerCase()))
  return row ?? null
}

export type SessionSummary = { id: string; userAgent: string; createdAt: Date; lastSeenAt: Date }

/** Where a person is signed in, the latest first. */
export function listSessions(tx: SystemTx, userId: string): Promise<SessionSummary[]> {
  return tx
    .select({
      id: authSessions.id,
      userAgent: authSessions.userAgent,
      createdAt: authSessions.createdAt,
      lastSeenAt: authSessions.lastSeenAt,
    })
    .from(authSessions)
    .where(and(eq(authSessions.userId, userId), live))
    .orderBy(desc(authSessions.lastSeenAt))
    .limit(50)
}

const workspaceColumns = {
  id: workspaces.id,
  name: workspaces.name,
  country: workspaces.country,
  timeZone: workspaces.timeZone,
  currency: workspaces.currency,
  stripeAccount: workspaces.stripeAccount,
  defaultTermsDays: workspaces.defaultTermsDays,
  defaultMemo: workspaces.defaultMemo,
  defaultFooter: workspaces.defaultFooter,
}
