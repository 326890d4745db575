import type { role } from '@/db/schema/workspaces'

export type Role = (typeof role.enumValues)[number]

/** A person who is signed in, on one device. */
export type SignedInUser = { userId: string; sessionId: string; email: string; name: string }

export type Workspace = {
  id: string
  name: string
  country: string
  timeZone: string
  currency: string
  stripeAccount: string
  defaultTermsDays: number
  defaultMemo: string
  defaultFooter: string
}

/** A workspace as far as billing goes: whose rows are written, on which Stripe account, by which calendar. */
export type BillingWorkspace = Pick<Workspace, 'id' | 'stripeAccount' | 'timeZone'>

/** What a live session row says: whose it is, and the business they work in, if they have one. */
export type LiveSession = SignedInUser & {
  lastSeenAt: Date
  role: Role | null
  workspace: Workspace | null
  /** The workspace its transaction sees. */
  entered: string | null
}

declare const fromLiveSession: unique symbol

/** A person acting in their business. Only a live session makes one, so holding one is the permission to act. */
export type Member = {
  userId: string
  sessionId: string
  workspaceId: string
  role: Role
  email: string
  name: string
  workspace: Workspace
  readonly [fromLiveSession]: true
}

/** Who acts, and in which workspace. */
export type Actor = Pick<Member, 'userId' | 'workspaceId' | 'workspace'>

/** Null for a person who has not named their business yet. */
export function memberOf(session: LiveSession): Member | null {
  const { role, workspace } = session
  if (role === null || workspace === null) return null
  const { userId, sessionId, email, name } = session
  return { userId, sessionId, workspaceId: workspace.id, role, email, name, workspace } as Member
}
