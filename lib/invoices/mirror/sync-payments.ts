import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import { asc, eq, inArray } from 'drizzle-orm'
import { invoices } from '@/db/schema/invoices'
import { payments } from '@/db/schema/payments'
import type { WorkspaceTx } from '@/db/workspace'
import type { MirroredPayment } from './projection'

/** The payments of an invoice, in Stripe's order. */
export async function paymentsOf(tx: WorkspaceTx, invoiceId: string): Promise<MirroredPayment[]> {
  const rows = await tx
    .select({
      id: payments.id,
      paymentIntent: payments.paymentIntent,
      amountMinor: payments.amountMinor,
      currency: payments.currency,
      status: payments.status,
      method: payments.method,
      failure: payments.failure,
      at: payments.at,
    })
    .from(payments)
    .where(eq(payments.invoiceId, invoiceId))
    .orderBy(asc(payments.position))
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** Writes the payments of an invoice that nobody else may write at this moment. False when they are what they were. */
export async function replacePayments(tx: WorkspaceTx, invoiceId: string, made: MirroredPayment[]) {
  const before = await paymentsOf(tx, invoiceId)
  if (isDeepStrictEqual(before, made)) return false
  if (before.length > 0) await tx.delete(payments).where(eq(payments.invoiceId, invoiceId))
  const rows = made.map((payment, position) => ({
    ...payment,
    at: new Date(payment.at),
    invoiceId,
    position,
  }))
  if (rows.length > 0) await tx.insert(payments).values(rows)
  return true
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
