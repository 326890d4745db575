import 'server-only'
import { and, eq, isNotNull, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { announce } from '@/db/notify'
import { type OpError, sendOps } from '@/db/schema/queues'
import { asSystem } from '@/db/system'
import { forWorkspace, type WorkspaceTx } from '@/db/workspace'
import { billSchema } from '@/lib/documents/bill/bill'
import { catalogSchema } from '@/lib/documents/bill/catalog'
import { claim, leased, putOff } from '@/lib/queue'

/** The calls of a send, in order; `discard` takes the Stripe draft back after a refusal. */
export const STEPS = ['catalog', 'customer', 'create', 'lines', 'finalize', 'email', 'discard'] as const
export type Step = (typeof STEPS)[number]

/** What the finished steps brought back. */
const resultsSchema = z.object({
  catalog: catalogSchema.optional(),
  customer: z.string().optional(),
  invoice: z.string().optional(),
})
export type Results = z.infer<typeof resultsSchema>

const opSchema = z.object({
  id: z.string(),
  workspaceId: z.string(),
  invoiceId: z.string(),
  kind: z.enum(['send', 'finalize']),
  /** Null when an invoice that is open already is only to be e-mailed. */
  snapshot: billSchema.nullable(),
  step: z.enum(STEPS),
  attempt: z.int(),
  results: resultsSchema,
  state: z.enum(['open', 'done', 'failed']),
  error: z.custom<OpError>().nullable(),
  tries: z.int(),
  createdAt: z.date(),
})
export type Op = z.infer<typeof opSchema>

/** Two that work on one op at once do no harm, for they ask with the same keys. */
const OPS = {
  table: sendOps,
  key: [sendOps.workspaceId, sendOps.id],
  waiting: sql`${sendOps.state} = 'open'`,
  leaseSeconds: 45,
}
const BACKOFF_MAX_SECONDS = 30

/** The idempotency key of a call. It is in the database, as step and attempt, before the call is made. */
export function keyOf({ id, step, attempt }: Op) {
  return `op:${id}:${step}:${attempt}`
}

/** Takes an op that is due and that nobody works on; undefined when there is none. */
export async function claimOp(): Promise<Op | undefined> {
  const [row] = await asSystem((tx) => claim(tx, OPS, 1))
  return row && opSchema.parse(row)
}

export async function insertOp(tx: WorkspaceTx, op: typeof sendOps.$inferInsert): Promise<Op> {
  const [row] = await tx
    .insert(sendOps)
    .values({ ...op, ...leased(OPS) })
    .returning()
  return opSchema.parse(row)
}

/** The op as it stands; it must exist. */
export function readOp({ workspaceId, id }: Pick<Op, 'workspaceId' | 'id'>): Promise<Op> {
  return forWorkspace(workspaceId, async (tx) => {
    const [row] = await tx.select().from(sendOps).where(eq(sendOps.id, id))
    return opSchema.parse(row)
  })
}

/** The open op of an invoice, if there is one. */
export async function openOpOf(tx: WorkspaceTx, invoiceId: string): Promise<Op | null> {
  const [row] = await tx
    .select()
    .from(sendOps)
    .where(and(eq(sendOps.invoiceId, invoiceId), eq(sendOps.state, 'open')))
  return row ? opSchema.parse(row) : null
}

/** The op that billed an invoice, if it is billed. */
export async function doneOpOf(tx: WorkspaceTx, invoiceId: string, kind: Op['kind']): Promise<Op | null> {
  const [row] = await tx
    .select()
    .from(sendOps)
    .where(
      and(
        eq(sendOps.invoiceId, invoiceId),
        eq(sendOps.state, 'done'),
        eq(sendOps.kind, kind),
        isNotNull(sendOps.snapshot),
      ),
    )
  return row ? opSchema.parse(row) : null
}

type Changes = Partial<Pick<Op, 'step' | 'attempt' | 'results' | 'tries' | 'state' | 'error'>>

/**
 * Writes how an op goes on, unless somebody else moved it meanwhile: then null. A new step or attempt starts with no
 * tries behind it, and stays leased.
 */
export async function moveOp(tx: WorkspaceTx, op: Op, changes: Changes): Promise<Op | null> {
  const isOver = changes.state === 'done' || changes.state === 'failed'
  const lease = isOver ? { leaseUntil: null, finishedAt: sql`now()` } : leased(OPS)
  const row = await updateOp(tx, op, { tries: 0, ...changes, ...lease })
  await announce(tx, { workspaceId: op.workspaceId, topics: ['invoices'], invoiceIds: [op.invoiceId] })
  return row && !isOver ? row : null
}

/** Lets an op rest: the same call again, with the same key, after one second, then two, four, up to thirty. */
export async function postponeOp(op: Op, error: OpError) {
  await forWorkspace(op.workspaceId, async (tx) => {
    await updateOp(tx, op, { error, ...putOff(op, BACKOFF_MAX_SECONDS) })
    await announce(tx, { workspaceId: op.workspaceId, topics: ['invoices'], invoiceIds: [op.invoiceId] })
  })
}

type Columns = Changes & { leaseUntil: SQL | null; nextTryAt?: SQL; finishedAt?: SQL }

async function updateOp(tx: WorkspaceTx, { id, step, attempt }: Op, columns: Columns): Promise<Op | null> {
  const [row] = await tx
    .update(sendOps)
    .set(columns)
    .where(
      and(
        eq(sendOps.id, id),
        eq(sendOps.state, 'open'),
        eq(sendOps.step, step),
        eq(sendOps.attempt, attempt),
      ),
    )
    .returning()
  return row ? opSchema.parse(row) : null
}
