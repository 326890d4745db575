import 'server-only'
import type { z } from 'zod'
import type { OpError, operations, Subject } from '@/db/schema/queues'
import type { WorkspaceTx } from '@/db/workspace'
import type { BillingWorkspace } from '@/lib/accounts/member'
import type { StripeFailure } from '@/lib/stripe/failures'

type Row = typeof operations.$inferSelect

/** A row of `operations`, with what was wanted and what finished steps brought back as its definition reads them. */
export type Operation<Snapshot = unknown, Results = unknown> = Omit<Row, 'snapshot' | 'results'> & {
  snapshot: Snapshot
  results: Results
}

/** Where an operation goes on: to a step of its definition, or to its end. `write` runs in the same transaction. */
export type Move<Results = unknown> = ({ to: string } | { end: 'done' | 'failed' }) & {
  results?: Results
  error?: OpError
  write?(tx: WorkspaceTx): Promise<unknown>
}

/** Stripe said no, and did nothing; or the fault is ours. */
export type Refused = Exclude<StripeFailure, { kind: 'unknown' }>

/** One call to Stripe. Undoing is a step like any other, for its outcome can be as unknown. */
export type Step<Snapshot = unknown, Results = unknown> = {
  /** Asks Stripe to do it, under `keyOf(op)`: asked again under the same key, Stripe repeats its answer. */
  call(op: Operation<Snapshot, Results>, workspace: BillingWorkspace): Promise<Move<Results> | StripeFailure>
  /** Looks whether Stripe did it, by reads that are never behind. Null: it did not, and may be asked anew. */
  find(
    op: Operation<Snapshot, Results>,
    workspace: BillingWorkspace,
  ): Promise<Move<Results> | StripeFailure | null>
  /** What follows when Stripe said no: the step that gives back what Stripe holds, or the end. */
  refused(
    op: Operation<Snapshot, Results>,
    failure: Refused,
    workspace: BillingWorkspace,
  ): Move<Results> | Promise<Move<Results>>
}

/** One kind of operation, as the runner sees it. */
export type Definition<Kind extends string = string> = {
  kind: Kind
  subject: Subject
  /** The shape in which snapshots are written today. */
  version: number
  steps: Record<string, Step>
}

type Blueprint<Kind extends string, Snapshot, Results> = {
  kind: Kind
  subject: Subject
  /** How each version of the snapshot is read, oldest first, all into today's shape: the last is what is written. */
  snapshots: readonly z.ZodType<Snapshot>[]
  results: z.ZodType<Results>
  steps: Record<string, Step<NoInfer<Snapshot>, NoInfer<Results>>>
}

/** Describes a kind of operation; its steps are given each operation in today's shape, whatever wrote it. */
export function define<const Kind extends string, Snapshot, Results>(
  blueprint: Blueprint<Kind, Snapshot, Results>,
) {
  const { kind, subject, snapshots, results } = blueprint
  const version = snapshots.length
  const read = (op: Operation): Operation<Snapshot, Results> => {
    const shape = snapshots[op.version - 1]
    if (!shape) throw new Error(`Operation ${op.id} was written by a later version of Centwise.`)
    return { ...op, snapshot: shape.parse(op.snapshot), results: results.parse(op.results) }
  }
  const steps = Object.entries(blueprint.steps).map(([name, { call, find, refused }]): [string, Step] => [
    name,
    {
      call: (op, workspace) => call(read(op), workspace),
      find: (op, workspace) => find(read(op), workspace),
      refused: (op, failure, workspace) => refused(read(op), failure, workspace),
    },
  ])
  return {
    kind,
    subject,
    version,
    steps: Object.fromEntries(steps),
    /** What `insertOperation` opens. */
    wish: (wanted: { subjectId: string; snapshot: Snapshot; step: string; results: Results }) => ({
      kind,
      subject,
      version,
      ...wanted,
    }),
  } satisfies Definition<Kind> & { wish: unknown }
}

/** How a step's failure is kept with its operation. */
export function errorOf({ step }: Operation, failure: Refused): OpError {
  const { code, message } = failure
  return { code, message, ...(failure.kind === 'definite' && { field: failure.field }), step }
}
