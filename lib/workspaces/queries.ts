import 'server-only'
import { eq, type SQL } from 'drizzle-orm'
import { workspaces } from '@/db/schema/workspaces'
import { asSystem } from '@/db/system'
import type { BillingWorkspace } from '@/lib/accounts/member'

/** A workspace as the work behind the screens needs it; undefined when there is none. */
type Found = (BillingWorkspace & { createdAt: Date }) | undefined

/** The workspace that bills with a Stripe account. The account alone says whose an event is. */
export function workspaceOfAccount(account: string): Promise<Found> {
  return find(eq(workspaces.stripeAccount, account))
}

/** The workspace of an id. */
export function workspaceOf(id: string): Promise<Found> {
  return find(eq(workspaces.id, id))
}

async function find(which: SQL): Promise<Found> {
  const { id, stripeAccount, timeZone, createdAt } = workspaces
  const [row] = await asSystem((tx) =>
    tx.select({ id, stripeAccount, timeZone, createdAt }).from(workspaces).where(which),
  )
  return row
}
