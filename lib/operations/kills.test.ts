import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { operations } from '@/db/schema/queues'
import { testDatabase } from '@/db/testing/testing'
import { forWorkspace } from '@/db/workspace'
import { carryOnOperations, OPERATIONS } from '@/lib/boot/operations'
import { expectSameAsStripe } from '@/lib/invoices/testing/testing'
import type { Definition, Operation } from './definition'
import { oneStep } from './run'
import { readOperation } from './store'
import { begunForProof, type Proof } from './testing/proofs'
import { wakeOperations } from './testing/wake'

testDatabase()

/** A process dies, or an answer is lost, at one moment of a step; the operation as it was last written is given. */
const MOMENTS: Record<string, (definition: Definition, proof: Proof, op: Operation) => Promise<unknown>> = {
  'killed before the call': async () => {},
  'killed after the call, before its result was stored': (definition, { atelier }, op) =>
    definition.steps[op.step]?.call(op, atelier.workspace) ?? Promise.reject(new Error(op.step)),
  'killed after its result was stored': (definition, { atelier }, op) =>
    oneStep(definition, atelier.workspace, op),
  'killed after the call, and started again a day later': async (definition, { atelier }, op) => {
    await definition.steps[op.step]?.call(op, atelier.workspace)
    const aDayAgo = sql`now() - interval '25 hours'`
    await forWorkspace(op.workspaceId, (tx) =>
      tx.update(operations).set({ keySince: aDayAgo }).where(eq(operations.id, op.id)),
    )
  },
  'given a failure that Stripe keeps under the key': async (_, { atelier: { emulator } }, op) => {
    // Stripe keeps nothing of a DELETE, which has no key.
    if (op.step !== 'discard' && op.step !== 'delete')
      emulator.admin.orderFault({ kind: '500-kept', match: { method: 'POST' }, times: 1 })
  },
}

const CASES = OPERATIONS.flatMap((definition) =>
  Object.keys(definition.steps).flatMap((step) =>
    Object.keys(MOMENTS).map(
      (moment) => [`${definition.kind}, at ${step} ${moment}`, { definition, step, moment }] as const,
    ),
  ),
)

test.each(CASES)(
  'An operation has one effect, and our rows tell it: %s',
  async (_, { definition, step, moment }) => {
    const proof = await begunForProof(definition.kind, step)
    const { atelier } = proof
    let op: Operation | null = proof.op
    while (op && op.step !== step) op = await oneStep(definition, atelier.workspace, op)
    if (!op) throw new Error(`It never came to ${step}.`)
    await MOMENTS[moment]?.(definition, proof, op)

    await forWorkspace(op.workspaceId, (tx) => tx.update(operations).set({ leaseUntil: null }))
    const isOpen = async () => (await readOperation(proof.op)).state === 'open'
    while (await isOpen()) {
      await wakeOperations(op.workspaceId)
      await carryOnOperations()
    }

    // Whether a mail left is nothing to guess about: its owner is asked, and it went out once at most.
    const isLeftToItsOwner = step === 'email' && moment.includes('keeps under the key')
    const { state, error } = await readOperation(proof.op)
    const wanted = isLeftToItsOwner ? { ...proof.effects, 'invoice.sent': 0 } : proof.effects
    expect({ state, code: error?.code }).toEqual(
      isLeftToItsOwner ? { state: 'failed', code: 'maybe_emailed' } : proof.outcome,
    )
    const types = atelier.emulator.admin.events(atelier.account, 1_000).map(({ type }) => type)
    const happened = Object.keys(wanted).map((type) => [type, types.filter((each) => each === type).length])
    expect(Object.fromEntries(happened)).toEqual(wanted)
    expect(atelier.emulator.admin.faults()).toEqual([])
    await expectSameAsStripe(atelier)
    await proof.expectTruth()
  },
)
