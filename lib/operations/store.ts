import 'server-only'
import { and, desc, eq, getTableColumns, sql } from 'drizzle-orm'
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core'
import { announcing, type Change } from '@/db/notify'
import { type OpError, operations } from '@/db/schema/queues'
import { uuidv7 } from '@/db/schema/uuid'
import { asSystem } from '@/db/system'
import { forWorkspace, type WorkspaceTx } from '@/db/workspace'
import { recordActivity } from '@/lib/activity'
import { clock } from '@/lib/clock'
import { claim, leased, putOff, type Queue } from '@/lib/queue'
import type { Move, Operation } from './definition'

/**
 * Longer than one call may take, short enough that after a crash nothing stands still for a minute. Two that work on
 * one operation at once do no harm, for they ask under the same keys.
 */
const QUEUE = {
  table: operations,
  key: [operations.workspaceId, operations.id],
  waiting: sql`state = 'open'`,
  leaseSeconds: 45,
} satisfies Queue<typeof operations>

const BACKOFF_MAX_SECONDS = 30
const CLAIMED_AT_ONCE = 1

/** Takes operations that are due and that nobody works on. */
export function claimOperations(): Promise<Operation[]> {
  return asSystem((tx) => claim(tx, QUEUE, CLAIMED_AT_ONCE))
}

type Wish = Pick<
  typeof operations.$inferInsert,
  'kind' | 'subject' | 'subjectId' | 'snapshot' | 'version' | 'step'
> & { results: object }

/** Opens an operation, leased to whoever opens it, and records who began it and as what `deed`. */
export async function insertOperation(
  tx: WorkspaceTx,
  { results, ...wish }: Wish,
  { userId, deed }: { userId: string; deed: string },
): Promise<Operation> {
  const now = clock.now()
  const begun = tx.$with('begun').as(recordActivity(tx, { userId, subjectId: wish.subjectId, kind: deed }))
  const [row] = await tx
    .with(begun)
    .insert(operations)
    .values({
      id: uuidv7(),
      ...wish,
      results: { ...results },
      startedBy: userId,
      createdAt: now,
      keySince: now,
      ...leased(QUEUE),
    })
    .returning({ ...COLUMNS, announced: announcing(changeOf({ ...wish, workspaceId: tx.workspaceId })) })
  if (!row) throw new Error('The operation was not inserted.')
  return row
}

/** What is known of an operation without reading what it bills. */
export type OperationProgress = Pick<
  Operation,
  'id' | 'workspaceId' | 'kind' | 'state' | 'step' | 'tries' | 'error'
>

/** How all operations on one subject stand, the latest first. Its row is locked before: what waited reads the outcome. */
export function operationsOf(tx: WorkspaceTx, subjectId: string): Promise<OperationProgress[]> {
  const { id, workspaceId, kind, state, step, tries, error } = operations
  return tx
    .select({ id, workspaceId, kind, state, step, tries, error })
    .from(operations)
    .where(eq(operations.subjectId, subjectId))
    .orderBy(desc(operations.id))
}

/** The operation as it stands; it must exist. */
export function readOperation({ workspaceId, id }: Pick<Operation, 'workspaceId' | 'id'>) {
  return forWorkspace(workspaceId, async (tx): Promise<Operation> => {
    const [row] = await tx.select().from(operations).where(eq(operations.id, id))
    if (!row) throw new Error(`There is no operation ${id}.`)
    return row
  })
}

/** Takes an open operation in hand, though it should still rest; null when somebody works on it. */
export async function takeOperation(tx: WorkspaceTx, { id }: OperationProgress): Promise<Operation | null> {
  const isFree = sql`state = 'open' and (lease_until is null or lease_until < now())`
  const [row] = await tx
    .update(operations)
    .set({ ticket: nextTicket, ...leased(QUEUE) })
    .where(and(eq(operations.id, id), isFree))
    .returning()
  return row ?? null
}

/** Writes where an operation goes on, and what a step did; null when somebody else was faster. */
export function moveOperation(op: Operation, move: Move): Promise<Operation | null> {
  const columns = {
    ...('end' in move ? ended(move.end) : { step: move.to, ...newKey() }),
    ...(move.results ? { results: { ...move.results } } : {}),
    error: move.error ?? null,
  }
  return forWorkspace(op.workspaceId, async (tx) => {
    // First of all, so that of two who did the same step one writes.
    const row = await update(tx, op, columns)
    if (row) await move.write?.(tx)
    return row
  })
}

const ended = (state: 'done' | 'failed') => ({ state, leaseUntil: null, finishedAt: sql`now()` })

/** The same step under a new key: a look has said that the old one brought nothing about. */
export function renewOperation(op: Operation): Promise<Operation | null> {
  const columns = { attempt: op.attempt + 1, ...newKey() }
  return forWorkspace(op.workspaceId, (tx) => update(tx, op, columns))
}

/** Lets an operation rest; then the same call again, under the same key. Each rest is longer than the one before. */
export function postponeOperation(op: Operation, error: OpError, isKept: boolean): Promise<Operation | null> {
  const columns = {
    error,
    keptFailures: op.keptFailures + Number(isKept),
    ...putOff(op, BACKOFF_MAX_SECONDS),
  }
  return forWorkspace(op.workspaceId, (tx) => update(tx, op, columns))
}

const nextTicket = sql`nextval('sync_ticket')`

/** A step or an attempt begins: nobody has used its key yet, and it stays in hand. */
const newKey = () => ({
  keySince: clock.now(),
  keptFailures: 0,
  ticket: nextTicket,
  ...leased(QUEUE),
})

async function update(
  tx: WorkspaceTx,
  op: Operation,
  columns: PgUpdateSetSource<typeof operations>,
): Promise<Operation | null> {
  const [row] = await tx
    .update(operations)
    .set(columns)
    .where(
      and(
        eq(operations.id, op.id),
        eq(operations.state, 'open'),
        eq(operations.step, op.step),
        eq(operations.attempt, op.attempt),
      ),
    )
    .returning({ ...COLUMNS, announced: announcing(changeOf(op)) })
  return row ?? null
}

const COLUMNS = getTableColumns(operations)

function changeOf({
  workspaceId,
  subject,
  subjectId,
}: Pick<Operation, 'workspaceId' | 'subject' | 'subjectId'>): Change {
  return subject === 'invoice'
    ? { workspaceId, topics: ['invoices'], invoiceIds: [subjectId] }
    : { workspaceId, topics: ['clients'] }
}
