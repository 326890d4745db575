import 'server-only'
import { and, eq, getTableColumns, isNotNull, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { announce } from '@/db/notify'
import { type OpError, sendOps } from '@/db/schema/queues'
import { asSystem } from '@/db/system'
import { forWorkspace, type WorkspaceTx } from '@/db/workspace'
import { billSchema, catalogSchema } from '@/lib/stripe/bill'

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

/**
 * How long whoever works on an op has it for itself: longer than one call may take, short enough that after a crash
 * nothing stands still for a minute. Two that work on one op at once do no harm, for they ask with the same keys.
 */
const LEASE = sql`now() + interval '45 seconds'`
export const leased = { leaseUntil: LEASE }

const BACKOFF_MAX_SECONDS = 30
const CLAIMED_AT_ONCE = 1

/** The idempotency key of a call. It is in the database, as step and attempt, before the call is made. */
export function keyOf({ id, step, attempt }: Op) {
  return `op:${id}:${step}:${attempt}`
}

/** Takes ops that are due and that nobody works on. */
export async function claimOps(): Promise<Op[]> {
  const rows = await asSystem((tx) => {
    // A subquery in the place of `due` may be run once a row, and each time take another.
    const due = tx
      .$with('due')
      .as(
        tx
          .select({ id: sendOps.id })
          .from(sendOps)
          .where(
            sql`state = 'open' and next_try_at <= now() and (lease_until is null or lease_until < now())`,
          )
          .orderBy(sendOps.nextTryAt)
          .limit(CLAIMED_AT_ONCE)
          .for('update', { skipLocked: true }),
      )
    return tx
      .with(due)
      .update(sendOps)
      .set(leased)
      .from(due)
      .where(eq(sendOps.id, due.id))
      .returning(getTableColumns(sendOps))
  })
  return rows.map((row) => opSchema.parse(row))
}

export async function insertOp(tx: WorkspaceTx, op: typeof sendOps.$inferInsert): Promise<Op> {
  const [row] = await tx
    .insert(sendOps)
    .values({ ...op, ...leased })
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
  const lease = isOver ? { leaseUntil: null, finishedAt: sql`now()` } : leased
  const row = await updateOp(tx, op, { tries: 0, ...changes, ...lease })
  await announce(tx, { workspaceId: op.workspaceId, topics: ['invoices'], invoiceIds: [op.invoiceId] })
  return row && !isOver ? row : null
}

/** Lets an op rest: the same call again, with the same key, after one second, then two, four, up to thirty. */
export async function postponeOp(op: Op, error: OpError) {
  const seconds = Math.min(2 ** op.tries, BACKOFF_MAX_SECONDS)
  await forWorkspace(op.workspaceId, async (tx) => {
    const nextTryAt = sql`now() + make_interval(secs => ${seconds})`
    await updateOp(tx, op, { tries: op.tries + 1, error, nextTryAt, leaseUntil: null })
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
