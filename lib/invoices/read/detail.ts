import 'server-only'
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { activity } from '@/db/schema/activity'
import { clients } from '@/db/schema/clients'
import { invoices } from '@/db/schema/invoices'
import { stripeEvents } from '@/db/schema/queues'
import type { WorkspaceTx } from '@/db/workspace'
import { DOCUMENT_COLUMNS, termsOf } from '@/lib/documents/draft/rows'
import { pick } from '@/lib/documents/field'
import { factsOf, type PaperLine, sumsOf } from '@/lib/documents/paper'
import { computeTotals } from '@/lib/documents/totals/totals'
import { paymentsOf } from '@/lib/invoices/mirror/sync-payments'
import { TOLD_EVENTS, timelineOf } from '@/lib/invoices/timeline'
import type { InvoiceDetail } from '@/lib/invoices/view'
import { latestSend, linesOf, progressOf } from './draft'
import { summaryColumns, summaryOf } from './summary'

/** Everything a screen shows of one invoice; null when there is none. */
export async function invoiceDetail(tx: WorkspaceTx, id: string): Promise<InvoiceDetail | null> {
  const row = await detailRow(tx, id)
  if (!row) return null
  const { summary, own, send, stripeId, termsDays, ...rest } = row
  const [lines, payments, deeds, happenings] = await Promise.all([
    linesOf(tx, id),
    paymentsOf(tx, id),
    deedsOf(tx, id),
    stripeId ? happeningsOf(tx, stripeId) : [],
  ])
  const terms = termsOf({ termsDays, dueDate: summary.dueDate })
  return {
    ...summaryOf(summary, send && progressOf(send)),
    ...rest,
    terms,
    facts: factsOf({ ...rest, terms }),
    sums: sumsOfRow(row, lines),
    customerName: summary.clientName,
    customerEmail: own.customerEmail,
    finalizedAt: isoOf(own.finalizedAt),
    voidedAt: isoOf(own.voidedAt),
    markedUncollectibleAt: isoOf(own.markedUncollectibleAt),
    syncedAt: isoOf(own.syncedAt),
    hasStripeInvoice: stripeId !== null,
    payments: payments.map(({ paymentIntent: _, ...payment }) => payment),
    lines,
    timeline: timelineOf(deeds, happenings),
  }
}

async function detailRow(tx: WorkspaceTx, id: string) {
  const send = latestSend(tx, invoices.id)
  const [row] = await tx
    .select({
      summary: summaryColumns,
      own: {
        customerEmail: sql<string | null>`coalesce(${invoices.customerEmail}, ${clients.email})`,
        finalizedAt: invoices.finalizedAt,
        voidedAt: invoices.voidedAt,
        markedUncollectibleAt: invoices.markedUncollectibleAt,
        syncedAt: invoices.syncedAt,
      },
      send: { state: send.state, step: send.step, tries: send.tries, error: send.error },
      stripeId: invoices.stripeId,
      version: invoices.version,
      ...pick(invoices, DOCUMENT_COLUMNS),
      termsDays: invoices.termsDays,
      subtotalMinor: invoices.subtotalMinor,
      discountMinor: invoices.discountMinor,
      taxMinor: invoices.taxMinor,
      amountDueMinor: invoices.amountDueMinor,
      amountPaidMinor: invoices.amountPaidMinor,
      paymentError: invoices.paymentError,
      paidOutOfBand: invoices.paidOutOfBand,
    })
    .from(invoices)
    .leftJoin(clients, and(eq(clients.workspaceId, invoices.workspaceId), eq(clients.id, invoices.clientId)))
    .leftJoinLateral(send, sql`true`)
    .where(and(eq(invoices.id, id), isNull(invoices.deletedAt)))
  return row
}

type Row = NonNullable<Awaited<ReturnType<typeof detailRow>>>

/** Of a draft of ours each tax by itself; of what Stripe holds, what Stripe says: nothing is reckoned again. */
function sumsOfRow(row: Row, lines: PaperLine[]) {
  const { summary, stripeId, amountPaidMinor, taxBehavior, taxMinor, ...amounts } = row
  const { status, totalMinor, amountRemainingMinor } = summary
  const isOurs = status === 'draft' && stripeId === null
  const asOne = taxMinor > 0 ? [{ percent: null, behavior: taxBehavior, amountMinor: taxMinor }] : []
  return sumsOf({
    ...amounts,
    taxes: isOurs ? computeTotals({ ...row, lines }).taxes : asOne,
    totalMinor,
    paidMinor: amountPaidMinor,
    remainingMinor: status === 'open' ? amountRemainingMinor : null,
  })
}

function deedsOf(tx: WorkspaceTx, id: string) {
  return tx
    .select({
      id: activity.id,
      kind: activity.kind,
      userId: activity.userId,
      detail: activity.detail,
      createdAt: activity.createdAt,
    })
    .from(activity)
    .where(eq(activity.subjectId, id))
    .orderBy(asc(activity.id))
}

function happeningsOf(tx: WorkspaceTx, stripeId: string) {
  const { eventId, type, createdAt, payload } = stripeEvents
  return tx
    .select({
      eventId,
      type,
      createdAt,
      failure: sql<string | null>`${payload} #>> '{data,object,last_payment_error,message}'`,
    })
    .from(stripeEvents)
    .where(
      and(
        eq(stripeEvents.workspaceId, tx.workspaceId),
        eq(stripeEvents.stripeInvoiceId, stripeId),
        inArray(type, TOLD_EVENTS),
      ),
    )
    .orderBy(asc(createdAt))
}

function isoOf(instant: Date | null) {
  return instant?.toISOString() ?? null
}
