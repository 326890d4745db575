import { setTimeout as wait } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { taxRates } from '@/db/schema/catalog'
import { clients } from '@/db/schema/clients'
import { operations } from '@/db/schema/queues'
import { asSystem } from '@/db/system'
import { onEachDatabase } from '@/db/testing/testing'
import { forWorkspace } from '@/db/workspace'
import { carryOnOperations } from '@/lib/boot/operations'
import { BILL_VERSIONS } from '@/lib/documents/bill/bill'
import {
  type Atelier,
  addClient,
  addDraft,
  lineOf,
  must,
  openAtelier,
  sendPatiently,
  shown,
} from '@/lib/invoices/testing/testing'
import { voidInvoice } from '@/lib/invoices/write/mutations'
import { advance } from '@/lib/operations/run'
import { wakeOperations } from '@/lib/operations/testing/wake'
import { stripe } from '@/lib/stripe/connect'
import { stripeFor } from '@/lib/stripe/stripe-for'
import { beginSend } from './begin'
import { sendDefinition } from './definitions'
import { sendAgain } from './send'

onEachDatabase(() => {
  let atelier: Atelier
  beforeAll(async () => {
    atelier = await openAtelier()
  })

  const send = (draft: { id: string; version: number }) =>
    sendPatiently(atelier.member, { ...draft, kind: 'send' })
  const stripeInvoices = () => atelier.emulator.admin.invoices(atelier.account)
  const pauseAt = (path: string) =>
    atelier.emulator.admin.orderFault({ kind: '429', match: { method: 'POST', path }, times: 1 })

  async function carryOn(id: string) {
    while ((await shown(atelier, id)).send?.state === 'open') if (!(await carryOnOperations())) await wait(50)
  }

  async function invoiceAtStripe(opOf: string) {
    const [op] = await forWorkspace(atelier.workspace.id, (tx) =>
      tx.select({ results: operations.results }).from(operations).where(eq(operations.subjectId, opOf)),
    )
    return String(op?.results.invoice)
  }

  test('A client who was deleted in Stripe is billed again the same day, as a new customer', async () => {
    const clientId = await addClient(atelier.member, 'deleted@example.com')
    must(await send(await addDraft({ ...atelier, clientId })))
    const customerOf = async () => {
      const [row] = await forWorkspace(atelier.workspace.id, (tx) =>
        tx.select({ stripeId: clients.stripeId }).from(clients).where(eq(clients.id, clientId)),
      )
      return row?.stripeId ?? ''
    }
    const former = await customerOf()
    await stripe().customers.del(former, undefined, { stripeAccount: atelier.account })

    const draft = await addDraft({ ...atelier, clientId })
    expect(await send(draft)).toMatchObject({ ok: false, code: 'client_gone', field: 'clientId' })
    expect(await shown(atelier, draft.id)).toMatchObject({ status: 'draft', send: { state: 'failed' } })
    expect(must(await send(draft)).state).toBe('done')
    expect(await shown(atelier, draft.id)).toMatchObject({ status: 'open', send: null })
    expect([former, '']).not.toContain(await customerOf())
  })

  test('A failure that Stripe keeps under a key is left behind with the key, and each rest is longer', async () => {
    const clientId = await addClient(atelier.member, 'kept@example.com')
    const draft = await addDraft({ ...atelier, clientId })
    // Three tries, each of two calls, under the first key; then the first call under the second key.
    const kept = { kind: '500-kept', match: { method: 'POST', path: '/v1/customers' }, times: 7 } as const
    atelier.emulator.admin.orderFault(kept)
    await send(draft)
    const mine = eq(operations.subjectId, draft.id)
    const read = async () => (await asSystem((tx) => tx.select().from(operations).where(mine)))[0]
    const rests: number[] = []
    for (let op = await read(); op?.state === 'open'; op = await read()) {
      if (rests.length < op.tries) rests.push(op.tries)
      await wakeOperations(atelier.workspace.id)
      await carryOnOperations()
    }
    expect(await read()).toMatchObject({ state: 'done', results: { customer: expect.any(String) } })
    expect(rests).toEqual([1, 2, 3, 4])
    expect(await shown(atelier, draft.id)).toMatchObject({ status: 'open' })
  })

  test('a refused line: nothing stays at Stripe, and the next send makes a new tax rate', async () => {
    await forWorkspace(atelier.workspace.id, (tx) =>
      tx.insert(taxRates).values({ percent: '8.1', inclusive: false, stripeId: 'txr_gone' }),
    )
    const draft = await addDraft(atelier, { lines: [{ ...lineOf('10'), taxPercent: '8.1' }] })
    const before = stripeInvoices().length
    const refused = await send(draft)
    expect(refused).toMatchObject({ ok: false, code: 'resource_missing' })
    expect(stripeInvoices()).toHaveLength(before)
    expect(must(await send(draft)).state).toBe('done')
  })

  test('a total that differs stops the send, names both sums, and leaves nothing at Stripe', async () => {
    const draft = await addDraft(atelier, { lines: [lineOf('10')] })
    const before = stripeInvoices().length
    const begun = must(await beginSend(atelier.member, { ...draft, kind: 'send' }))
    if (!begun.isOurs) throw new Error('Somebody else has begun it.')
    const { op } = begun
    const snapshot = { ...BILL_VERSIONS.at(-1)?.parse(op.snapshot), totalMinor: 1_001 }
    await forWorkspace(atelier.workspace.id, (tx) =>
      tx.update(operations).set({ snapshot }).where(eq(operations.id, op.id)),
    )
    await advance(sendDefinition, atelier.workspace, { ...op, snapshot })
    const { status, send: progress } = await shown(atelier, draft.id)
    expect(status).toBe('draft')
    expect(progress).toMatchObject({ state: 'failed', error: { code: 'total_mismatch' } })
    expect(progress?.error?.message).toMatch(/EUR.10\.00.*EUR.10\.01/)
    expect(stripeInvoices()).toHaveLength(before)
  })

  test('a Stripe draft that somebody deleted meanwhile gives the draft back', async () => {
    const draft = await addDraft(atelier)
    pauseAt('/v1/invoices/*/finalize')
    await send(draft)
    await stripeFor(atelier.workspace).deleteInvoice(await invoiceAtStripe(draft.id))
    await carryOn(draft.id)
    expect(await shown(atelier, draft.id)).toMatchObject({ status: 'draft', send: { state: 'failed' } })
    expect(must(await send(draft)).state).toBe('done')
  })

  test('an e-mail that Stripe refuses leaves an open invoice and no second one', async () => {
    const draft = await addDraft(atelier)
    pauseAt('/v1/invoices/*/send')
    await send(draft)
    const stripeId = await invoiceAtStripe(draft.id)
    await stripeFor(atelier.workspace).voidInvoice(stripeId, `void-${stripeId}`)
    const before = stripeInvoices().length
    await carryOn(draft.id)
    const invoice = await shown(atelier, draft.id)
    expect(invoice).toMatchObject({ status: 'void', sentAt: null })
    expect(invoice.timeline.map(({ kind }) => kind)).toContain('email_failed')
    expect(stripeInvoices()).toHaveLength(before)
  })

  test('void while a send is under way is refused', async () => {
    const draft = await addDraft(atelier)
    pauseAt('/v1/invoices/*/send')
    await send(draft)
    expect(await voidInvoice(atelier.member, { id: draft.id })).toMatchObject({ code: 'illegal_transition' })
    await carryOn(draft.id)
    expect(await shown(atelier, draft.id)).toMatchObject({ status: 'open' })
  })

  test('sending again e-mails the same invoice once more', async () => {
    const draft = await addDraft(atelier)
    must(await send(draft))
    const mails = atelier.emulator.admin.outbox().length
    const calls = await atelier.callsDuring(async () => must(await sendAgain(atelier.member, draft)))
    expect(calls).toEqual(['POST /v1/invoices/:id/send'])
    expect(atelier.emulator.admin.outbox()).toHaveLength(mails + 1)
  })
})
