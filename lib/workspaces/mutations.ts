import 'server-only'
import { eq } from 'drizzle-orm'
import { users } from '@/db/schema/users'
import { memberships, workspaces } from '@/db/schema/workspaces'
import { asSystem, type SystemTx } from '@/db/system'
import type { SignedInUser } from '@/lib/accounts/member'
import { recordActivity } from '@/lib/activity'
import { clock } from '@/lib/clock'
import { done, type Refusal, type Result, refuse } from '@/lib/result'
import { openStripeAccount } from '@/lib/stripe/accounts'
import type { FirstWorkspaceInput } from './schema'

const TAKEN: Refusal = refuse(
  'stripe_account_taken',
  'This Centwise bills through one Stripe account, and another business uses it already.',
)

/**
 * Opens a person's business with a Stripe account of its own and makes them its owner. Does nothing for somebody who
 * has one already, such as after a second click.
 */
export async function openWorkspace(user: SignedInUser, input: FirstWorkspaceInput): Promise<Result<null>> {
  if (await asSystem((tx) => hasWorkspace(tx, user.userId))) return done(null)
  const account = await openStripeAccount({ ...input, email: user.email })
  if (!account.ok) return account
  const row = { ...input, stripeAccount: account.value, createdAt: clock.now() }
  const opened = await asSystem((tx) => insertWorkspace(tx, user.userId, row))
  return opened ? done(null) : TAKEN
}

/** False where the Stripe account belongs to a business already. */
async function insertWorkspace(tx: SystemTx, userId: string, row: typeof workspaces.$inferInsert) {
  // Two clicks wait for each other here; the later one leaves an unused Stripe account behind, and no second business.
  await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('update')
  if (await hasWorkspace(tx, userId)) return true
  const [workspace] = await tx
    .insert(workspaces)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: workspaces.id })
  if (!workspace) return false
  const workspaceId = workspace.id
  await tx.insert(memberships).values({ workspaceId, userId, role: 'owner' })
  await recordActivity(tx, { workspaceId, userId, subjectId: workspaceId, kind: 'workspace.opened' })
  return true
}

async function hasWorkspace(tx: SystemTx, userId: string) {
  const rows = await tx
    .select({ workspaceId: memberships.workspaceId })
    .from(memberships)
    .where(eq(memberships.userId, userId))
    .limit(1)
  return rows.length > 0
}
