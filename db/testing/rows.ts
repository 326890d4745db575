import { invoices } from '@/db/schema/invoices'
import { uuidv7 } from '@/db/schema/uuid'
import { workspaces } from '@/db/schema/workspaces'
import { asSystem } from '@/db/system'
import type { WorkspaceTx } from '@/db/workspace'

/** A new business, with a Stripe account of its own. */
export async function createWorkspace(
  overrides: Partial<typeof workspaces.$inferInsert> = {},
): Promise<string> {
  const id = uuidv7()
  await asSystem((tx) =>
    tx.insert(workspaces).values({
      id,
      name: 'Studio Nord',
      country: 'DE',
      timeZone: 'Europe/Berlin',
      currency: 'eur',
      stripeAccount: `acct_${id}`,
      ...overrides,
    }),
  )
  return id
}

/** A draft in the workspace of the transaction. */
export async function createInvoice(tx: WorkspaceTx, overrides: Partial<typeof invoices.$inferInsert> = {}) {
  const id = uuidv7()
  await tx.insert(invoices).values({ id, currency: 'eur', ...overrides })
  return id
}
