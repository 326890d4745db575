import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { clients } from '@/db/schema/clients'
import { invoiceLines, invoices } from '@/db/schema/invoices'
import { uuidv7 } from '@/db/schema/uuid'
import type { WorkspaceTx } from '@/db/workspace'
import { recordActivity } from '@/lib/activity'
import { type Billing, stripeFor } from '@/lib/stripe/stripe-for'
import type { Mirror, StripeInvoice } from './projection'
import { mirroredLines } from './projection-lines'
import { replacePayments } from './sync-payments'

export type ForeignLines = ReturnType<typeof mirroredLines>

/** All lines of an invoice that was made in Stripe; the invoice itself shows the first ten. */
export async function foreignLines(
  workspace: Billing & { timeZone: string },
  invoice: StripeInvoice,
): Promise<ForeignLines> {
  if (!invoice.lines.has_more) return mirroredLines(invoice.lines.data, workspace.timeZone)
  const all = stripeFor(workspace).listLines(invoice.id).autoPagingToArray({ limit: 1_000 })
  return mirroredLines(await all, workspace.timeZone)
}

/**
 * A row for an invoice that was made in Stripe, placed in the list by when it was made there. Null when another
 * worker was faster: the row is theirs.
 */
export async function adoptInvoice(tx: WorkspaceTx, invoice: StripeInvoice, mirror: Mirror, ticket: number) {
  const createdAt = new Date(invoice.created * 1000)
  const id = uuidv7(createdAt.getTime())
  const clientId = await clientOf(tx, invoice)
  const { payments, ...columns } = mirror
  // One statement: the sums of the business are locked from here on.
  const inserted = await tx
    .insert(invoices)
    .values({ id, clientId, createdAt, ...columns, syncTicket: ticket, syncedAt: sql`now()` })
    .onConflictDoNothing()
    .returning({ id: invoices.id })
  if (inserted.length === 0) return null
  await replacePayments(tx, id, payments)
  await recordActivity(tx, { subjectId: id, kind: 'adopted' })
  return id
}

export async function replaceLines(tx: WorkspaceTx, invoiceId: string, lines: ForeignLines) {
  await tx.delete(invoiceLines).where(eq(invoiceLines.invoiceId, invoiceId))
  const rows = lines.map((line) => ({ id: uuidv7(), invoiceId, ...line }))
  if (rows.length > 0) await tx.insert(invoiceLines).values(rows)
}

/** Our client who is this Stripe customer. Never matched by e-mail: two clients may share one. */
async function clientOf(tx: WorkspaceTx, { customer, customer_name, customer_email }: StripeInvoice) {
  const stripeId = typeof customer === 'object' ? customer?.id : customer
  if (!stripeId) return null
  const email = customer_email ?? ''
  await tx
    .insert(clients)
    .values({ id: uuidv7(), stripeId, name: customer_name || email || stripeId, email })
    .onConflictDoNothing()
  const [client] = await tx.select({ id: clients.id }).from(clients).where(eq(clients.stripeId, stripeId))
  return client?.id ?? null
}
