import 'server-only'
import type { OpError } from '@/db/schema/queues'
import { drawTicket } from '@/db/ticket'
import type { BillingWorkspace } from '@/lib/accounts/member'
import { clock } from '@/lib/clock'
import { logSurprise } from '@/lib/log'
import { failureOf, type StripeFailure } from '@/lib/stripe/failures'
import type { Definition, Move, Operation, Step } from './definition'
import { moveOperation, postponeOperation, renewOperation } from './store'

/** Stripe forgets a key after a day. From here on a call that may have been made is looked for, not repeated. */
const KEY_TRUSTED_MS = 23 * 3_600_000

/** A failure that Stripe keeps under a key comes back for ever; after so many it is looked for instead. */
const KEPT_FAILURES_MAX = 2

/**
 * Takes an operation as far as it goes now: to its end, or to a call whose outcome is not known yet.
 * @returns the operation as it then stands; null when somebody else carries it on
 */
export async function advance(
  definition: Definition,
  workspace: BillingWorkspace,
  op: Operation,
): Promise<Operation | null> {
  let current: Operation | null = op
  while (current?.state === 'open' && current.leaseUntil)
    current = await oneStepOrRest(definition, workspace, current)
  return current
}

async function oneStepOrRest(definition: Definition, workspace: BillingWorkspace, op: Operation) {
  try {
    return await oneStep(definition, workspace, op)
  } catch (error) {
    logSurprise('an operation stumbled', error, { op: op.id, kind: op.kind })
    return rest(op)
  }
}

/** Under the same key it may ask again at once; where even this cannot be written, its lease runs out. */
async function rest(op: Operation) {
  const message = 'Something broke on our side. Nothing is lost; we keep trying.'
  try {
    return await postponeOperation(op, { code: 'stumbled', message, step: op.step }, false)
  } catch (error) {
    logSurprise('an operation could not be put off', error, { op: op.id })
    return null
  }
}

/** One call, and the one transaction that writes what became of it. */
export async function oneStep(
  { steps }: Definition,
  workspace: BillingWorkspace,
  op: Operation,
): Promise<Operation | null> {
  const step = steps[op.step]
  if (!step) throw new Error(`An operation of kind ${op.kind} has no step ${op.step}.`)
  const outcome = await outcomeOf(step, workspace, op)
  if (!outcome) return renewOperation(op)
  if (isMove(outcome)) return moveOperation(op, outcome)
  if (outcome.kind !== 'unknown') return moveOperation(op, await step.refused(op, outcome, workspace))
  const error: OpError = { code: outcome.code, message: outcome.message, step: op.step }
  return postponeOperation(op, error, outcome.answered)
}

type Outcome = Move | StripeFailure

/** Null when it did not happen, and its key is of no more use. */
async function outcomeOf(step: Step, workspace: BillingWorkspace, op: Operation): Promise<Outcome | null> {
  if (clock.now().getTime() - op.keySince.getTime() < KEY_TRUSTED_MS) {
    const outcome = await triedOut(() => step.call(op, workspace))
    if (outcome && !isKept(outcome, op)) return outcome
  }
  const fresh = { ...op, ticket: await drawTicket() }
  return triedOut(() => step.find(fresh, workspace))
}

async function triedOut<T extends Outcome | null>(work: () => Promise<T>): Promise<T | StripeFailure> {
  try {
    return await work()
  } catch (error) {
    return failureOf(error)
  }
}

function isKept(outcome: Outcome, { keptFailures }: Operation) {
  return (
    !isMove(outcome) && outcome.kind === 'unknown' && outcome.answered && keptFailures >= KEPT_FAILURES_MAX
  )
}

function isMove(outcome: Outcome): outcome is Move {
  return 'to' in outcome || 'end' in outcome
}
