import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import type { WorkspaceTx } from '@/db/workspace'
import type { BillingWorkspace } from '@/lib/accounts/member'
import { refuse } from '@/lib/result'
import type { Definition, Operation } from './definition'
import { advance } from './run'
import { type OperationProgress, readOperation, takeOperation } from './store'

/** `isOurs`: the operation is leased to whoever asks, who carries it on; else somebody else does, or did. */
export type Begun = { op: Operation; isOurs: true } | { op: OperationProgress; isOurs: false }

const PATIENCE_MS = 2_000
const LOOK_EVERY_MS = 100

/** Takes an operation that rests in hand at once, for somebody wants it again; one that is in hand is only watched. */
export async function joinOperation(tx: WorkspaceTx, running: OperationProgress): Promise<Begun> {
  const op = await takeOperation(tx, running)
  return op ? { op, isOurs: true } : { op: running, isOurs: false }
}

/** Carries an operation on, or watches it, until its outcome is known or two seconds are over; it goes on either way. */
export async function settle(
  definition: Definition,
  workspace: BillingWorkspace,
  begun: Begun,
  patienceMs = PATIENCE_MS,
): Promise<Operation> {
  const enough = new AbortController()
  const work = begun.isOurs ? advance(definition, workspace, begun.op) : watch(begun.op, enough.signal)
  const outcome = await Promise.race([work, wait(patienceMs, null, { signal: enough.signal })])
  enough.abort()
  return outcome ?? readOperation(begun.op)
}

/** What a click is told while the outcome is not known. */
export function unsettled({ error }: Operation) {
  return refuse('stripe_unreachable', error?.message ?? SLOW)
}

const SLOW = 'Stripe has not answered yet. Nothing is lost; we keep trying.'

/** The operation once somebody else has brought it to its end; null when that took too long. */
async function watch(op: OperationProgress, signal: AbortSignal) {
  while (!signal.aborted) {
    const current = await readOperation(op)
    if (current.state !== 'open') return current
    await wait(LOOK_EVERY_MS)
  }
  return null
}
