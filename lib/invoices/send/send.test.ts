import { beforeAll, expect, test } from 'vitest'
import { onEachDatabase } from '@/db/testing/testing'
import {
  type Atelier,
  addClient,
  addDraft,
  expectSameAsStripe,
  lineOf,
  must,
  openAtelier,
  sendPatiently,
  shown,
} from '@/lib/invoices/testing/testing'

onEachDatabase(() => {
  let atelier: Atelier
  beforeAll(async () => {
    atelier = await openAtelier()
  })

  const send = async (request: { id: string; version: number }) =>
    sendPatiently(atelier.member, { ...request, kind: 'send' })

  test('makes one Stripe invoice with our lines, total and due date, and shows it open', async () => {
    const draft = await addDraft(atelier)
    expect(must(await send(draft))).toEqual({ state: 'done', step: 'email' })

    const invoice = await shown(atelier, draft.id)
    expect(invoice).toMatchObject({ status: 'open', totalMinor: 14_400, taxMinor: 1_900, send: null })
    expect(invoice.number).toMatch(/-0001$/)
    expect(invoice.sentAt).not.toBeNull()
    expect(invoice.dueDate).not.toBeNull()
    expect(atelier.emulator.admin.outbox()[0]).toMatchObject({ to: 'client@example.com', kind: 'invoice' })
    await expectSameAsStripe(atelier)
  })

  test.each([1, 250])('takes four calls for %i lines when client and tax rates are known', async (count) => {
    const lines = Array.from({ length: count }, () => ({ ...lineOf('10'), taxPercent: '19' }))
    const draft = await addDraft(atelier, { lines })
    const calls = await atelier.callsDuring(async () => must(await send(draft)))
    expect(calls).toEqual([
      'POST /v1/invoices',
      'POST /v1/invoices/:id/add_lines',
      'POST /v1/invoices/:id/finalize',
      'POST /v1/invoices/:id/send',
    ])
  })

  test('takes five calls for a new client', async () => {
    const clientId = await addClient(atelier.member)
    const draft = await addDraft({ ...atelier, clientId })
    const calls = await atelier.callsDuring(async () => must(await send(draft)))
    expect(calls).toHaveLength(5)
    expect(calls[0]).toBe('POST /v1/customers')
  })

  test('finalizes without an e-mail when asked to', async () => {
    const draft = await addDraft(atelier)
    const mails = atelier.emulator.admin.outbox().length
    must(await sendPatiently(atelier.member, { ...draft, kind: 'finalize' }))
    expect(await shown(atelier, draft.id)).toMatchObject({ status: 'open', sentAt: null })
    expect(atelier.emulator.admin.outbox()).toHaveLength(mails)
  })

  test('carries percentages and amounts off, on lines and on the invoice', async () => {
    const lines = [
      { ...lineOf('80'), taxPercent: '7', discount: { kind: 'percent' as const, value: '12.5' } },
      { ...lineOf('40'), taxPercent: '19', discount: { kind: 'amount' as const, value: '3.33' } },
    ]
    const draft = await addDraft(atelier, { lines, discount: { kind: 'amount', value: '5' } })
    const { totalMinor } = await shown(atelier, draft.id)
    must(await send(draft))
    expect(await shown(atelier, draft.id)).toMatchObject({ status: 'open', totalMinor })
    await expectSameAsStripe(atelier)
  })

  test('a double click and a second tab give one invoice', async () => {
    const draft = await addDraft(atelier)
    const before = atelier.emulator.admin.invoices(atelier.account).length
    const results = await Promise.all([send(draft), send(draft), send(draft)])
    expect(results.map((result) => must(result).state)).toEqual(['done', 'done', 'done'])
    expect(atelier.emulator.admin.invoices(atelier.account)).toHaveLength(before + 1)
  })

  test('a click that comes after the invoice is sent does nothing, and says it is done', async () => {
    const draft = await addDraft(atelier)
    must(await send(draft))
    const calls = await atelier.callsDuring(async () => expect(must(await send(draft)).state).toBe('done'))
    expect(calls).toEqual([])
  })

  test('an invoice finalized without an e-mail is not sent as a draft', async () => {
    const draft = await addDraft(atelier)
    must(await sendPatiently(atelier.member, { ...draft, kind: 'finalize' }))
    expect(await send(draft)).toMatchObject({ ok: false, code: 'illegal_transition' })
  })

  test('an old version is refused before anything happens', async () => {
    const draft = await addDraft(atelier)
    const calls = await atelier.callsDuring(async () =>
      expect(await send({ ...draft, version: draft.version + 1 })).toMatchObject({ code: 'conflict' }),
    )
    expect(calls).toEqual([])
  })

  test('a client without e-mail is refused before any call', async () => {
    const clientId = await addClient(atelier.member, '')
    const draft = await addDraft({ ...atelier, clientId })
    const calls = await atelier.callsDuring(async () =>
      expect(await send(draft)).toMatchObject({ ok: false, code: 'client_email_required' }),
    )
    expect(calls).toEqual([])
  })
})
