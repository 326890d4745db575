import 'server-only'
import { eq, getTableColumns } from 'drizzle-orm'
import { clients } from '@/db/schema/clients'
import { forWorkspace, type WorkspaceTx } from '@/db/workspace'
import type { Actor } from '@/lib/accounts/member'
import { clock } from '@/lib/clock'
import { endOfDayIn } from '@/lib/dates'
import type { Bill } from '@/lib/documents/bill/bill'
import { checkSendable } from '@/lib/documents/checks/sendable'
import { type Draft, withoutSpareLines } from '@/lib/documents/draft/draft'
import { draftOf } from '@/lib/documents/draft/rows'
import { computeTotals } from '@/lib/documents/totals/totals'
import { dueDateOf } from '@/lib/documents/values/terms'
import { isSendKind, type LockedInvoice, linesOf, lockInvoice } from '@/lib/invoices/read/draft'
import { BUSY, MADE_IN_STRIPE, NOT_FOUND, refusalOf } from '@/lib/invoices/refusals'
import type { Begun } from '@/lib/operations/settle'
import { insertOperation } from '@/lib/operations/store'
import { done, type Result, refuse } from '@/lib/result'
import { missingFrom, pick } from '@/lib/taxes/catalog'
import { CATALOG_COLUMNS, catalogOf } from '@/lib/taxes/queries'
import { finalizeDefinition, sendAgainDefinition, sendDefinition } from './definitions'

export type SendRequest = { id: string; version: number; kind: 'send' | 'finalize' }

type Client = NonNullable<Awaited<ReturnType<typeof clientOf>>>

/**
 * Fixes what is billed and opens the operation that will bill it, in one transaction. Where one is open for the
 * invoice, or has billed this very version, the answer is that one: a second click, or a second tab, begins nothing.
 */
export function beginSend(actor: Actor, request: SendRequest): Promise<Result<Begun>> {
  return forWorkspace(actor.workspaceId, async (tx) => {
    const row = await lockInvoice(tx, request.id)
    if (!row) return NOT_FOUND
    const known = underWay(row) ?? billed(row, request)
    if (known) return known
    const refusal = row.stripeId && row.status === 'draft' ? MADE_IN_STRIPE : refusalOf('send', row)
    if (refusal) return refusal
    if (row.version !== request.version) return CHANGED_MEANWHILE
    const draft = withoutSpareLines(draftOf(row, await linesOf(tx, row.id)))
    const client = await clientOf(tx, draft.clientId)
    const today = clock.today(actor.workspace.timeZone)
    const issues = checkSendable(draft, { today, clientEmail: client?.email || null })
    const [first] = issues
    if (first) return refuse(first.code, first.message, { field: first.field, issues })
    if (!client) return NOT_FOUND
    return open(tx, actor, request.kind, billFor(actor, row.id, draft, client, today), client)
  })
}

/** Opens an operation that only e-mails an open invoice, with the same care. */
export function beginSendAgain(actor: Actor, id: string): Promise<Result<Begun>> {
  return forWorkspace(actor.workspaceId, async (tx) => {
    const row = await lockInvoice(tx, id)
    if (!row) return NOT_FOUND
    const known = underWay(row)
    if (known) return known
    const refusal = refusalOf('send_again', row)
    if (refusal || !row.stripeId) return refusal ?? NOT_FOUND
    const snapshot = { stripeId: row.stripeId }
    const wish = sendAgainDefinition.wish({ subjectId: id, snapshot, step: 'email', results: {} })
    const op = await insertOperation(tx, wish, { userId: actor.userId, deed: 'send_again_started' })
    return done({ op, isOurs: true })
  })
}

const CHANGED_MEANWHILE = refuse(
  'conflict',
  'This invoice was changed meanwhile, perhaps in another tab. Look at it again before you send it.',
)

function underWay({ operations }: LockedInvoice): Result<Begun> | null {
  const op = operations.find(({ state }) => state === 'open')
  if (!op) return null
  return isSendKind(op.kind) ? done({ op, isOurs: false }) : BUSY
}

/** The second of two clicks may come when the first is done already; it wanted no more than that. */
function billed({ operations, version }: LockedInvoice, request: SendRequest): Result<Begun> | null {
  const op = operations.find(({ kind, state }) => kind === request.kind && state === 'done')
  return op && version === request.version ? done({ op, isOurs: false }) : null
}

async function open(
  tx: WorkspaceTx,
  actor: Actor,
  kind: SendRequest['kind'],
  bill: Bill,
  client: Client,
): Promise<Result<Begun>> {
  const known = catalogOf(client)
  const catalog = missingFrom(known, bill).length === 0 ? pick(known, bill) : undefined
  const results = { catalog, customer: client.stripeId ?? undefined }
  const step = catalog ? (results.customer ? 'create' : 'customer') : 'catalog'
  const definition = kind === 'send' ? sendDefinition : finalizeDefinition
  const wish = definition.wish({ subjectId: bill.invoiceId, snapshot: bill, step, results })
  return done({
    op: await insertOperation(tx, wish, { userId: actor.userId, deed: `${kind}_started` }),
    isOurs: true,
  })
}

/** The client, and what Stripe has of this business to bill them. */
async function clientOf(tx: WorkspaceTx, id: string | null) {
  if (id === null) return null
  const [row] = await tx
    .select({ ...getTableColumns(clients), ...CATALOG_COLUMNS })
    .from(clients)
    .where(eq(clients.id, id))
  return row ?? null
}

function billFor(actor: Actor, invoiceId: string, draft: Draft, client: Client, today: string): Bill {
  const { clientId: _, terms, ...billed } = draft
  const { id, name, email, phone, address, language, formerStripeId: formerCustomer } = client
  return {
    ...billed,
    invoiceId,
    workspaceId: actor.workspaceId,
    client: { id, name, email, phone, address, language, formerCustomer },
    dueAt: endOfDayIn(actor.workspace.timeZone, dueDateOf(terms, today)),
    timeZone: actor.workspace.timeZone,
    totalMinor: computeTotals(draft).totalMinor,
  }
}
