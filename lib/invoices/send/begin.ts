import 'server-only'
import { eq } from 'drizzle-orm'
import { announce } from '@/db/notify'
import { activity } from '@/db/schema/activity'
import { clients } from '@/db/schema/clients'
import { uuidv7 } from '@/db/schema/uuid'
import { forWorkspace, type WorkspaceTx } from '@/db/workspace'
import { knownCatalog } from '@/lib/catalog/mutations'
import { endOfDayIn, todayIn } from '@/lib/dates'
import type { Bill } from '@/lib/documents/bill/bill'
import { type Draft, withoutSpareLines } from '@/lib/documents/draft'
import { checkSendable } from '@/lib/documents/sendable'
import { dueDateOf } from '@/lib/documents/terms'
import { computeTotals } from '@/lib/documents/totals/totals'
import { type LockedInvoice, linesOf, lockInvoice } from '@/lib/invoices/read/draft'
import { MADE_IN_STRIPE, NOT_FOUND, refusalOf } from '@/lib/invoices/refusals'
import type { Actor } from '@/lib/invoices/write/draft'
import { draftOf } from '@/lib/invoices/write/draft-rows'
import { done, type Result, refuse } from '@/lib/result'
import { doneOpOf, insertOp, type Op, openOpOf } from './op'

export type SendRequest = { id: string; version: number; kind: 'send' | 'finalize' }

/** `isNew`: whoever began it has the op leased and carries it on. */
export type Begun = { op: Op; isNew: boolean }

type Client = typeof clients.$inferSelect

/**
 * Fixes what is billed and opens the op that will bill it, in one transaction. Where an op is open for the invoice, or
 * has billed this very version, the answer is that op: a second click, or a second tab, begins nothing.
 */
export function beginSend(actor: Actor, request: SendRequest): Promise<Result<Begun>> {
  return forWorkspace(actor.workspaceId, async (tx) => {
    const row = await lockInvoice(tx, request.id)
    if (!row) return NOT_FOUND
    const running = await openOpOf(tx, row.id)
    if (running) return done({ op: running, isNew: false })
    // The second of two clicks may come when the first is done already; it wanted no more than that.
    const finished = row.version === request.version && (await doneOpOf(tx, row.id, request.kind))
    if (finished) return done({ op: finished, isNew: false })
    const refusal = row.stripeId && row.status === 'draft' ? MADE_IN_STRIPE : refusalOf('send', row)
    if (refusal) return refusal
    if (row.version !== request.version) return CHANGED_MEANWHILE
    const draft = withoutSpareLines(draftOf(row, await linesOf(tx, row.id)))
    const client = await clientOf(tx, draft.clientId)
    const today = todayIn(actor.workspace.timeZone, new Date())
    const issues = checkSendable(draft, { today, clientEmail: client?.email || null })
    const [first] = issues
    if (first) return refuse(first.code, first.message, { field: first.field, issues })
    if (!client) return NOT_FOUND
    return done({
      op: await open(tx, actor, row, request.kind, billFor(actor, row.id, draft, client, today), client),
      isNew: true,
    })
  })
}

/** Opens an op that only e-mails an open invoice, with the same care. */
export function beginSendAgain(actor: Actor, id: string): Promise<Result<Begun>> {
  return forWorkspace(actor.workspaceId, async (tx) => {
    const row = await lockInvoice(tx, id)
    if (!row) return NOT_FOUND
    const running = await openOpOf(tx, id)
    if (running) return done({ op: running, isNew: false })
    const refusal = refusalOf('send_again', row)
    if (refusal || !row.stripeId) return refusal ?? NOT_FOUND
    const op = { id: uuidv7(), invoiceId: id, kind: 'send', step: 'email', snapshot: null } as const
    const results = { invoice: row.stripeId }
    await record(tx, actor, id, 'send_again_started')
    return done({ op: await insertOp(tx, { ...op, results, startedBy: actor.userId }), isNew: true })
  })
}

const CHANGED_MEANWHILE = refuse(
  'conflict',
  'This invoice was changed meanwhile, perhaps in another tab. Look at it again before you send it.',
)

async function open(
  tx: WorkspaceTx,
  actor: Actor,
  { id: invoiceId }: LockedInvoice,
  kind: SendRequest['kind'],
  bill: Bill,
  client: Client,
) {
  const catalog = (await knownCatalog(tx, bill)) ?? undefined
  const results = { catalog, customer: client.stripeId ?? undefined }
  const step = catalog ? (results.customer ? 'create' : 'customer') : 'catalog'
  await record(tx, actor, invoiceId, `${kind}_started`)
  const startedBy = actor.userId
  return insertOp(tx, { id: uuidv7(), invoiceId, kind, step, snapshot: bill, results, startedBy })
}

async function record(tx: WorkspaceTx, { userId }: Actor, subjectId: string, kind: string) {
  await tx.insert(activity).values({ userId, subjectId, kind })
  await announce(tx, { workspaceId: tx.workspaceId, topics: ['invoices'], invoiceIds: [subjectId] })
}

async function clientOf(tx: WorkspaceTx, id: string | null) {
  if (id === null) return null
  const [row] = await tx.select().from(clients).where(eq(clients.id, id))
  return row ?? null
}

function billFor(actor: Actor, invoiceId: string, draft: Draft, client: Client, today: string): Bill {
  const { clientId: _, terms, ...billed } = draft
  const { id, name, email, phone, address, language } = client
  return {
    ...billed,
    invoiceId,
    workspaceId: actor.workspaceId,
    client: { id, name, email, phone, address, language },
    dueAt: endOfDayIn(actor.workspace.timeZone, dueDateOf(terms, today)),
    totalMinor: computeTotals(draft).totalMinor,
  }
}
