import 'server-only'
import { eq } from 'drizzle-orm'
import { workspaces } from '@/db/schema/workspaces'
import { asSystem } from '@/db/system'

/** What the work behind the screens needs to know of a business. */
export type Books = {
  id: string
  stripeAccount: string
  timeZone: string
  createdAt: Date
}

const columns = {
  id: workspaces.id,
  stripeAccount: workspaces.stripeAccount,
  timeZone: workspaces.timeZone,
  createdAt: workspaces.createdAt,
}

/** The business that bills with a Stripe account. The account alone says whose an event is. */
export async function booksOfAccount(account: string): Promise<Books | undefined> {
  const [row] = await asSystem((tx) =>
    tx.select(columns).from(workspaces).where(eq(workspaces.stripeAccount, account)),
  )
  return row
}

export async function booksOfWorkspace(id: string): Promise<Books | undefined> {
  const [row] = await asSystem((tx) => tx.select(columns).from(workspaces).where(eq(workspaces.id, id)))
  return row
}
