import 'server-only'
import { and, asc, eq, inArray, notInArray, sql } from 'drizzle-orm'
import { alias, type PgColumn } from 'drizzle-orm/pg-core'
import { invoices } from '@/db/schema/invoices'
import { payments } from '@/db/schema/payments'
import type { WorkspaceTx } from '@/db/workspace'
import { pick } from '@/lib/documents/field'
import type { MirroredPayment } from './projection'

const DESCRIBED = [
  'paymentIntent',
  'amountMinor',
  'currency',
  'status',
  'method',
  'failure',
  'at',
] as const satisfies (keyof typeof payments.$inferSelect)[]

/** The payments of an invoice, in Stripe's order. */
export async function paymentsOf(tx: WorkspaceTx, invoiceId: string): Promise<MirroredPayment[]> {
  const rows = await tx
    .select({ id: payments.id, ...pick(payments, DESCRIBED) })
    .from(payments)
    .where(eq(payments.invoiceId, invoiceId))
    .orderBy(asc(payments.position))
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

// What `insert … on conflict` proposes; a payment that is so already is not written again.
const WRITTEN = ['position', ...DESCRIBED] as const
const proposed = pick(alias(payments, 'excluded'), WRITTEN)
const IF_OTHER = {
  set: proposed,
  setWhere: sql`${tuple(pick(payments, WRITTEN))} is distinct from ${tuple(proposed)}`,
}

/**
 * Makes the payments of an invoice what Stripe says, in one statement that reads nothing before: it sees what the one
 * who held the invoice's row wrote. False when they were so already.
 */
export async function replacePayments(tx: WorkspaceTx, invoiceId: string, made: MirroredPayment[]) {
  const ids = made.map(({ id }) => id)
  const removed = tx
    .delete(payments)
    .where(and(eq(payments.invoiceId, invoiceId), notInArray(payments.id, ids)))
    .returning({ id: payments.id })
  if (made.length === 0) return (await removed).length > 0
  const gone = tx.$with('gone').as(removed)
  const written = tx.$with('written').as(
    tx
      .insert(payments)
      .values(
        made.map((payment, position) => ({ ...payment, at: new Date(payment.at), invoiceId, position })),
      )
      .onConflictDoUpdate({ target: [payments.workspaceId, payments.id], ...IF_OTHER })
      .returning({ id: payments.id }),
  )
  const changes = await tx
    .with(gone, written)
    .select({ id: gone.id })
    .from(gone)
    .fullJoin(written, eq(gone.id, written.id))
  return changes.length > 0
}

/** The Stripe invoices that payment intents pay, as far as a sync has brought their payments. */
export async function invoicesPaidBy(tx: WorkspaceTx, intents: string[]): Promise<Map<string, string>> {
  const rows = await tx
    .select({ paymentIntent: payments.paymentIntent, stripeId: invoices.stripeId })
    .from(payments)
    .innerJoin(invoices, eq(invoices.id, payments.invoiceId))
    .where(inArray(payments.paymentIntent, intents))
  return new Map(
    rows.flatMap(({ paymentIntent, stripeId }) =>
      paymentIntent && stripeId ? [[paymentIntent, stripeId] as const] : [],
    ),
  )
}

function tuple(columns: Record<string, PgColumn>) {
  return sql`(${sql.join(Object.values(columns), sql`, `)})`
}
