import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { clients } from '@/db/schema/clients'
import { operations } from '@/db/schema/queues'
import { forWorkspace } from '@/db/workspace'
import type { OPERATIONS } from '@/lib/boot/operations'
import { changeClientDefinition } from '@/lib/clients/at-stripe/change'
import { syncInvoice } from '@/lib/invoices/mirror/sync'
import { readInvoice } from '@/lib/invoices/read/queries'
import { beginSend, beginSendAgain } from '@/lib/invoices/send/begin'
import {
  type Atelier,
  addDraft,
  lineOf,
  must,
  openAtelier,
  sendPatiently,
  shown,
} from '@/lib/invoices/testing/testing'
import { deleteDefinition } from '@/lib/invoices/write/delete-at-stripe'
import {
  markPaidDefinition,
  markUncollectibleDefinition,
  type Transition,
  voidDefinition,
} from '@/lib/invoices/write/transitions'
import type { Operation } from '@/lib/operations/definition'
import type { Begun } from '@/lib/operations/settle'
import { insertOperation } from '@/lib/operations/store'
import { stripeFor } from '@/lib/stripe/stripe-for'

/** An operation that has just begun, in a business of its own, and what must be so when it is over. */
export type Proof = {
  atelier: Atelier
  op: Operation
  outcome: { state: 'done' | 'failed'; code?: string }
  /** How many events of each type Stripe makes, all in all. */
  effects: Record<string, number>
  /** What our own rows must say. */
  expectTruth(): Promise<void>
}

type Kind = (typeof OPERATIONS)[number]['kind']

/** Begins an operation of this kind, in such a way that it comes to `step`. */
export function begunForProof(kind: Kind, step: string): Promise<Proof> {
  return PROOFS[kind](step)
}

const PROOFS: Record<Kind, (step: string) => Promise<Proof>> = {
  send: (step) => (step === 'discard' ? refusedSend('send') : billed('send')),
  finalize: (step) => (step === 'discard' ? refusedSend('finalize') : billed('finalize')),
  send_again: async () => {
    const atelier = await openAtelier()
    const { id } = await sentInvoice(atelier)
    const op = ours(must(await beginSendAgain(atelier.member, id)))
    return done(atelier, op, { 'invoice.sent': 1 }, async () =>
      expect(await shown(atelier, id)).toMatchObject({ status: 'open' }),
    )
  },
  void: () => changed(voidDefinition, { 'invoice.voided': 1 }),
  mark_paid: () => changed(markPaidDefinition, { 'invoice.paid': 1 }),
  mark_uncollectible: () => changed(markUncollectibleDefinition, { 'invoice.marked_uncollectible': 1 }),
  delete_draft: async () => {
    const atelier = await openAtelier()
    const stripe = stripeFor(atelier.workspace)
    const { id: customer } = await stripe.createCustomer({ email: 'they@example.com' }, 'customer')
    const { id: stripeId } = await stripe.createInvoice({ customer }, 'draft')
    const { invoiceId } = await syncInvoice(atelier.workspace, stripeId)
    const subjectId = invoiceId ?? ''
    const wish = deleteDefinition.wish({ subjectId, snapshot: { stripeId }, step: 'delete', results: {} })
    return done(atelier, await inserted(atelier, wish), { 'invoice.deleted': 1 }, async () =>
      expect(await forWorkspace(atelier.member.workspaceId, (tx) => readInvoice(tx, subjectId))).toBeNull(),
    )
  },
  change_client: async () => {
    const atelier = await openAtelier()
    await sentInvoice(atelier)
    const { clientId: subjectId } = atelier
    const read = async () => {
      const [row] = await forWorkspace(atelier.workspace.id, (tx) =>
        tx.select().from(clients).where(eq(clients.id, subjectId)),
      )
      return row
    }
    const stripeId = (await read())?.stripeId ?? ''
    const address = { line1: '', line2: '', city: '', postalCode: '', state: '', country: '' }
    const values = { name: 'Ada', email: 'new@example.com', phone: '', address, language: '', note: '' }
    const snapshot = { stripeId, values }
    const wish = changeClientDefinition.wish({ subjectId, snapshot, step: 'update', results: {} })
    return done(atelier, await inserted(atelier, wish), { 'customer.updated': 1 }, async () => {
      expect(await read()).toMatchObject({ name: 'Ada', email: 'new@example.com', stripeId })
      expect(await stripeFor(atelier.workspace).retrieveCustomer(stripeId)).toMatchObject({
        email: 'new@example.com',
      })
    })
  },
}

const SENT = {
  'customer.created': 1,
  'coupon.created': 1,
  'tax_rate.created': 1,
  'invoice.created': 1,
  'invoice.finalized': 1,
}

/** A send that takes every step: the client, the tax rate and the coupon are new to Stripe. */
async function billed(kind: 'send' | 'finalize'): Promise<Proof> {
  const { atelier, op, id } = await begunSend(kind)
  const effects = { ...SENT, 'invoice.sent': kind === 'send' ? 1 : 0 }
  return done(atelier, op, effects, async () =>
    expect(await shown(atelier, id)).toMatchObject({ status: 'open', totalMinor: 10_710 }),
  )
}

/** A send whose total Stripe does not come to: the draft there is given back. */
async function refusedSend(kind: 'send' | 'finalize'): Promise<Proof> {
  const { atelier, op, id } = await begunSend(kind)
  const snapshot = Object.assign({}, op.snapshot, { totalMinor: 1 })
  await forWorkspace(op.workspaceId, (tx) =>
    tx.update(operations).set({ snapshot }).where(eq(operations.id, op.id)),
  )
  return {
    atelier,
    op: { ...op, snapshot },
    outcome: { state: 'failed', code: 'total_mismatch' },
    effects: { 'invoice.created': 1, 'invoice.deleted': 1, 'invoice.finalized': 0 },
    expectTruth: async () => expect(await shown(atelier, id)).toMatchObject({ status: 'draft' }),
  }
}

async function begunSend(kind: 'send' | 'finalize') {
  const atelier = await openAtelier()
  const discount = { kind: 'percent', value: '10' } as const
  const draft = await addDraft(atelier, { lines: [{ ...lineOf('100'), taxPercent: '19' }], discount })
  return { atelier, op: ours(must(await beginSend(atelier.member, { ...draft, kind }))), id: draft.id }
}

async function changed(transition: Transition, effects: Proof['effects']): Promise<Proof> {
  const atelier = await openAtelier()
  const { id: subjectId, stripeId } = await sentInvoice(atelier)
  const wish = transition.wish({ subjectId, snapshot: { stripeId }, step: 'ask', results: {} })
  return done(atelier, await inserted(atelier, wish), effects, async () =>
    expect(await shown(atelier, subjectId)).toMatchObject({ status: transition.into }),
  )
}

/** Finalized, and not e-mailed. */
async function sentInvoice(atelier: Atelier) {
  const draft = await addDraft(atelier)
  must(await sendPatiently(atelier.member, { ...draft, kind: 'finalize' }))
  return { id: draft.id, stripeId: atelier.emulator.admin.invoices(atelier.account)[0]?.id ?? '' }
}

function inserted({ workspace, member: { userId } }: Atelier, wish: Parameters<typeof insertOperation>[1]) {
  return forWorkspace(workspace.id, (tx) => insertOperation(tx, wish, { userId, deed: 'begun' }))
}

function ours(begun: Begun): Operation {
  if (!begun.isOurs) throw new Error('Somebody else has begun it.')
  return begun.op
}

function done(
  atelier: Atelier,
  op: Operation,
  effects: Proof['effects'],
  expectTruth: Proof['expectTruth'],
): Proof {
  return { atelier, op, outcome: { state: 'done' }, effects, expectTruth }
}
