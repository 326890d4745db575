import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import type { Definition, Operation, OperationBooks } from './definition'
import { advance } from './run'
import { type OperationProgress, readOperation } from './store'

/** `isOurs`: the operation is leased to whoever asks, who carries it on; else somebody else does, or did. */
export type Begun = { op: Operation; isOurs: true } | { op: OperationProgress; isOurs: false }

const PATIENCE_MS = 2_000
const LOOK_EVERY_MS = 100

/** Carries an operation on, or watches it, until its outcome is known or two seconds are over; it goes on either way. */
export async function settle(
  definition: Definition,
  books: OperationBooks,
  begun: Begun,
  patienceMs = PATIENCE_MS,
): Promise<Operation> {
  const enough = new AbortController()
  const work = begun.isOurs ? advance(definition, books, begun.op) : watch(begun.op, enough.signal)
  const outcome = await Promise.race([work, wait(patienceMs, null, { signal: enough.signal })])
  enough.abort()
  return outcome ?? readOperation(begun.op)
}

/** The operation once somebody else has brought it to its end; null when that took too long. */
async function watch(op: OperationProgress, signal: AbortSignal) {
  while (!signal.aborted) {
    const current = await readOperation(op)
    if (current.state !== 'open') return current
    await wait(LOOK_EVERY_MS)
  }
  return null
}
