import 'server-only'
import { and, asc, getTableColumns, lte, type SQL, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { SystemTx } from '@/db/system'

type QueueTable = PgTable & { nextTryAt: PgColumn; leaseUntil: PgColumn }

/**
 * A table whose rows wait for a worker: each is due at `next_try_at`, and belongs to one worker until `lease_until`.
 * Both are read and written by the database's clock, which all processes share.
 */
export type Queue<T extends QueueTable> = {
  table: T
  /** The columns that name a row. */
  key: readonly PgColumn[]
  /** Tells rows that wait from rows that are over, in the words of the index on what is due. */
  waiting?: SQL
  /** Longer than anything a worker does between two renewals, short enough that a crash holds nobody up. */
  leaseSeconds: number
}

/** Leases up to `limit` rows that are due and that nobody holds, the longest waiting first. */
export async function claim<T extends QueueTable>(tx: SystemTx, queue: Queue<T>, limit: number) {
  const table: QueueTable = queue.table
  // In the place of this CTE a subquery may be run once a row, and take other rows each time.
  const due = tx.$with('due').as(
    tx
      .select(Object.fromEntries(queue.key.map((column) => [column.name, sql`${column}`.as(column.name)])))
      .from(table)
      .where(
        and(
          queue.waiting,
          lte(table.nextTryAt, sql`now()`),
          sql`(${table.leaseUntil} is null or ${table.leaseUntil} < now())`,
        ),
      )
      .orderBy(asc(table.nextTryAt))
      .limit(limit)
      .for('update', { skipLocked: true }),
  )
  const isDue = queue.key.map((column) => sql`${column} = ${due}.${sql.identifier(column.name)}`)
  return tx
    .with(due)
    .update(table)
    .set(leased(queue))
    .from(due)
    .where(and(...isDue))
    .returning(getTableColumns(queue.table))
}

/** Columns that lease a row, or renew its lease: set them with whatever else is written. */
export function leased({ leaseSeconds }: Pick<Queue<QueueTable>, 'leaseSeconds'>) {
  return { leaseUntil: inSeconds(leaseSeconds) }
}

/** Columns that give a row back, to be claimed again in so many seconds. */
export function dueIn(seconds: number) {
  return { nextTryAt: inSeconds(seconds), leaseUntil: null }
}

/** Columns that give a row back after a failure: after one second, then two, four, up to `maxSeconds`. */
export function putOff({ tries }: { tries: number }, maxSeconds: number) {
  return { tries: tries + 1, ...dueIn(Math.min(2 ** tries, maxSeconds)) }
}

const inSeconds = (seconds: number) => sql`now() + make_interval(secs => ${seconds})`
