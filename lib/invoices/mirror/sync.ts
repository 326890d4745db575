import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import { announce, announcing } from '@/db/notify'
import { invoices } from '@/db/schema/invoices'
import { drawTicket } from '@/db/ticket'
import { forWorkspace, type WorkspaceTx } from '@/db/workspace'
import type { BillingWorkspace } from '@/lib/accounts/member'
import { recordActivity } from '@/lib/activity'
import { clock } from '@/lib/clock'
import { canTransition } from '@/lib/invoices/status'
import { isMissing } from '@/lib/stripe/failures'
import { OURS } from '@/lib/stripe/metadata'
import { type Billing, stripeFor } from '@/lib/stripe/stripe-for'
import { isUuid } from '@/lib/text/uuid'
import { type Charges, chargeIdsOf, type Mirror, mirrorOf, type StripeInvoice } from './projection'
import { adoptInvoice, type ForeignLines, foreignLines, replaceLines } from './sync-foreign'
import { replacePayments } from './sync-payments'

/** `invoiceId` is our row's, null when there is none; `changed`: it is not what it was. */
export type Synced = { invoiceId: string | null; changed: boolean }

const NOTHING: Synced = { invoiceId: null, changed: false }

/**
 * Makes our row what Stripe says at this moment. May run at any time, any number of times, any number at once: the
 * ticket is drawn before Stripe is asked, and an answer to an earlier question never overwrites a later one.
 */
export async function syncInvoice(workspace: BillingWorkspace, stripeId: string): Promise<Synced> {
  const ticket = await drawTicket()
  const invoice = await retrieved(workspace, stripeId)
  if (!invoice) return forWorkspace(workspace.id, (tx) => markDeleted(tx, stripeId, ticket))
  return writeInvoice(workspace, invoice, ticket)
}

/** Writes an invoice that Stripe just answered with; the ticket was drawn before it was asked. */
export async function writeInvoice(
  workspace: BillingWorkspace,
  invoice: StripeInvoice,
  ticket: number,
): Promise<Synced> {
  const mirror = await readMirror(workspace, invoice)
  // Lines of our own making never change once they are there.
  const isOurs = invoice.metadata?.[OURS.workspace] === workspace.id
  const lines = isOurs ? [] : await foreignLines(workspace, invoice)
  const synced = await forWorkspace(workspace.id, async (tx) => {
    const row = await rowOf(tx, invoice)
    if (row === 'ours') return NOTHING
    if (!row) return adopt(tx, invoice, mirror, ticket, lines)
    const { isLatest, ...written } = await writeMirror(tx, row.id, mirror, ticket)
    if (isLatest && !isOurs && row.status === 'draft') await replaceLines(tx, row.id, lines)
    return written
  })
  // Another worker made its row first: there it is now.
  return synced ?? writeInvoice(workspace, invoice, ticket)
}

/** The mirror of an invoice that Stripe just answered with; how it was paid is asked for besides. */
export async function readMirror(workspace: BillingWorkspace, invoice: StripeInvoice): Promise<Mirror> {
  return mirrorOf(invoice, workspace.timeZone, await chargesOf(workspace, invoice))
}

/** Writes the mirrored columns unless a later answer is there already, and tells whoever watches. */
export async function writeMirror(
  tx: WorkspaceTx,
  invoiceId: string,
  mirror: Mirror,
  ticket: number,
): Promise<Synced & { isLatest: boolean }> {
  const [before] = await tx.select().from(invoices).where(eq(invoices.id, invoiceId)).for('update')
  if (!before || before.syncTicket >= ticket) return { invoiceId, changed: false, isLatest: false }
  const { payments, ...columns } = mirror
  const changed =
    (await replacePayments(tx, invoiceId, payments)) ||
    Object.entries(columns).some(([column, value]) => !isDeepStrictEqual(Reflect.get(before, column), value))
  const told = tx.$with('told').as(recordStatus(tx, invoiceId, before.status, mirror.status))
  const change = { workspaceId: tx.workspaceId, topics: ['invoices' as const], invoiceIds: [invoiceId] }
  await (before.status === mirror.status ? tx : tx.with(told))
    .update(invoices)
    .set({
      ...columns,
      syncTicket: ticket,
      syncedAt: sql`now()`,
      ...(changed && { updatedAt: clock.now() }),
    })
    .where(eq(invoices.id, invoiceId))
    .returning({ announced: changed ? announcing(change) : sql<null>`null` })
  return { invoiceId, changed, isLatest: true }
}

/** When Stripe e-mailed an invoice last. It is in no field of the invoice, only in its events. */
export async function writeSent(tx: WorkspaceTx, invoiceId: string, at: Date) {
  await tx
    .update(invoices)
    .set({ sentAt: sql`greatest(sent_at, ${at.toISOString()}::timestamptz)` })
    .where(eq(invoices.id, invoiceId))
}

async function adopt(
  tx: WorkspaceTx,
  invoice: StripeInvoice,
  mirror: Mirror,
  ticket: number,
  lines: ForeignLines,
) {
  const invoiceId = await adoptInvoice(tx, invoice, mirror, ticket)
  if (!invoiceId) return null
  await replaceLines(tx, invoiceId, lines)
  await announce(tx, {
    workspaceId: tx.workspaceId,
    topics: ['invoices', 'clients'],
    invoiceIds: [invoiceId],
  })
  return { invoiceId, changed: true }
}

async function retrieved(billing: Billing, stripeId: string) {
  try {
    return await stripeFor(billing).retrieveInvoice(stripeId)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/**
 * The row of a Stripe invoice: known by its id, or else, once it is final, by our id in its metadata. `ours`: the
 * draft of a send that is under way, which our own draft row stands for until it is final.
 */
async function rowOf(tx: WorkspaceTx, { id, metadata, status }: StripeInvoice) {
  const { id: rowId, status: rowStatus } = invoices
  const [known] = await tx
    .select({ id: rowId, status: rowStatus })
    .from(invoices)
    .where(eq(invoices.stripeId, id))
  if (known) return known
  const ourId = metadata?.[OURS.invoice]
  if (!ourId || !isUuid(ourId)) return null
  const [waiting] = await tx
    .select({ id: rowId, status: rowStatus })
    .from(invoices)
    .where(and(eq(rowId, ourId), isNull(invoices.stripeId), isNull(invoices.deletedAt)))
  if (!waiting) return null
  return status === 'draft' ? 'ours' : waiting
}

/** Stripe has this invoice no longer. */
export async function markDeleted(tx: WorkspaceTx, stripeId: string, ticket: number): Promise<Synced> {
  const rows = await tx
    .update(invoices)
    .set({ deletedAt: sql`now()`, syncTicket: ticket, updatedAt: clock.now() })
    .where(and(eq(invoices.stripeId, stripeId), isNull(invoices.deletedAt), lt(invoices.syncTicket, ticket)))
    .returning({ id: invoices.id })
  const invoiceId = rows[0]?.id ?? null
  if (!invoiceId) return NOTHING
  await recordActivity(tx, { subjectId: invoiceId, kind: 'deleted_at_stripe' })
  await announce(tx, { workspaceId: tx.workspaceId, topics: ['invoices'], invoiceIds: [invoiceId] })
  return { invoiceId, changed: true }
}

/** Stripe is believed even when it does what it should not; then the record says so. */
function recordStatus(tx: WorkspaceTx, subjectId: string, from: Mirror['status'], to: Mirror['status']) {
  const kind = canTransition(from, to) ? 'status' : 'unexpected_status'
  return recordActivity(tx, { subjectId, kind, detail: { from, to } })
}

async function chargesOf(billing: Billing, invoice: StripeInvoice): Promise<Charges> {
  const charges = await Promise.all(chargeIdsOf(invoice).map((id) => stripeFor(billing).retrieveCharge(id)))
  return new Map(charges.map((charge) => [charge.id, charge]))
}
