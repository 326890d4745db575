import 'server-only'
import { and, asc, desc, eq, inArray, isNull, type SQLWrapper } from 'drizzle-orm'
import { invoiceLines, invoices } from '@/db/schema/invoices'
import { operations } from '@/db/schema/queues'
import type { WorkspaceTx } from '@/db/workspace'
import { draftOf, LINE_COLUMNS } from '@/lib/documents/draft/rows'
import type { StoredDraft } from '@/lib/documents/draft/saving'
import { pick } from '@/lib/documents/field'
import type { SendProgress } from '@/lib/invoices/view'
import { operationsOf } from '@/lib/operations/store'

/** An invoice that is about to change: nobody else changes it until this transaction ends. */
export async function lockInvoice(tx: WorkspaceTx, id: string) {
  const [row] = await tx
    .select()
    .from(invoices)
    .where(and(eq(invoices.id, id), isNull(invoices.deletedAt)))
    .for('update')
  if (!row) return null
  const operations = await operationsOf(tx, id)
  const send = operations.find(({ kind }) => isSendKind(kind))
  return { ...row, operations, send: send ? progressOf(send) : null }
}

export type LockedInvoice = NonNullable<Awaited<ReturnType<typeof lockInvoice>>>

/** The draft of ours with this id; null when it is gone, sent, or was made in Stripe. */
export async function storedDraft(tx: WorkspaceTx, id: string): Promise<StoredDraft | null> {
  const [row] = await tx
    .select()
    .from(invoices)
    .where(
      and(
        eq(invoices.id, id),
        eq(invoices.status, 'draft'),
        isNull(invoices.stripeId),
        isNull(invoices.deletedAt),
      ),
    )
  if (!row) return null
  const draft = draftOf(row, await linesOf(tx, id))
  return { id, version: row.version, draft, updatedAt: row.updatedAt.toISOString() }
}

export function linesOf(tx: WorkspaceTx, invoiceId: string) {
  return tx
    .select({ ...pick(invoiceLines, LINE_COLUMNS), amountMinor: invoiceLines.amountMinor })
    .from(invoiceLines)
    .where(eq(invoiceLines.invoiceId, invoiceId))
    .orderBy(asc(invoiceLines.position))
}

const SEND_KINDS = ['send', 'finalize', 'send_again']

/** Whether operations of this kind bring an invoice to its client. */
export function isSendKind(kind: string) {
  return SEND_KINDS.includes(kind)
}

/** The latest send of an invoice, for a lateral join: the table of operations is looked into once an invoice. */
export function latestSend(tx: WorkspaceTx, invoiceId: SQLWrapper) {
  return tx
    .select({
      state: operations.state,
      step: operations.step,
      tries: operations.tries,
      error: operations.error,
    })
    .from(operations)
    .where(and(eq(operations.subjectId, invoiceId), inArray(operations.kind, SEND_KINDS)))
    .orderBy(desc(operations.id))
    .limit(1)
    .as('send')
}

type Op = Pick<typeof operations.$inferSelect, 'state' | 'step' | 'tries' | 'error'>

/** Null when nothing is under way and nothing failed. */
export function progressOf({ state, step, tries, error }: Op): SendProgress {
  if (state === 'done') return null
  const { code, message, field } = error ?? {}
  return { state, step, tries, error: code && message ? { code, message, field } : null }
}
