import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, expect, test } from 'vitest'
import { uuidv7 } from '@/db/schema/uuid'
import { onEachDatabase } from '@/db/testing/testing'
import { forWorkspace } from '@/db/workspace'
import { carryOnOperations } from '@/lib/boot/operations'
import * as actions from '@/lib/invoices/actions'
import { allowedActions } from '@/lib/invoices/allowed-actions'
import { readDraft } from '@/lib/invoices/read/queries'
import { expectUnsendable, pressSend, saveNew, sendNew } from '@/lib/invoices/testing/form'
import {
  type Atelier,
  addClient,
  expectSameAsStripe,
  must,
  openAtelier,
  shown,
} from '@/lib/invoices/testing/testing'

onEachDatabase(() => {
  let atelier: Atelier
  beforeAll(async () => {
    atelier = await openAtelier()
  })

  const run = <T>(call: () => Promise<T>) => atelier.browser.run(call)
  const theirs = () => atelier.emulator.admin.invoices(atelier.account)

  /** Refused without a call to Stripe, and the invoice stays what it was. */
  async function expectIllegal(id: string, ...calls: (() => Promise<unknown>)[]) {
    const before = await shown(atelier, id)
    const made = await atelier.callsDuring(async () => {
      for (const call of calls)
        expect(await run(call)).toMatchObject({ ok: false, code: 'illegal_transition' })
    })
    expect(made).toEqual([])
    expect(await shown(atelier, id)).toEqual(before)
  }

  test('an invoice of another business is as unknown as one that never was', async () => {
    const other = await openAtelier()
    const id = await sendNew(other)
    for (const call of [{ id }, { id: uuidv7() }]) {
      const answers = [
        await run(() => actions.voidInvoice(call)),
        await run(() => actions.markPaid(call)),
        await run(() => actions.duplicateInvoice(call)),
        await run(() => actions.refreshInvoice(call)),
        await run(() => actions.deleteDraft({ ...call, version: 1 })),
        await pressSend(atelier, { ...call, version: 1 }),
      ]
      for (const answer of answers) expect(answer).toMatchObject({ ok: false, code: 'not_found' })
    }
    expect(await shown(other, id)).toMatchObject({ status: 'open' })
  })

  test.for(['../1', '', 'x'.repeat(10_000), '%00'])('%.20j is no id', async (id) => {
    expect(await run(() => actions.voidInvoice({ id }))).toMatchObject({ code: 'invalid', field: 'id' })
  })

  test('a draft billed to the client of another business is refused', async () => {
    const other = await openAtelier()
    const { saved } = await saveNew(atelier, { clientId: other.clientId })
    expect(saved).toMatchObject({ ok: false, code: 'client_required', field: 'clientId' })
  })

  test('a version that is missing or no number is refused, an old or invented one meets what is kept', async () => {
    const { request, draft } = await saveNew(atelier)
    const changed = { ...request, draft: { ...draft, memo: 'new' } }
    const save = (version: unknown) =>
      run(() => actions.saveDraft(Object.assign({ ...changed }, { version })))
    for (const version of [undefined, '1', -1, 1.5, 2 ** 53])
      expect(await save(version)).toMatchObject({ ok: false, code: 'invalid', field: 'version' })
    for (const version of [0, 1_000_000_000])
      expect(await save(version)).toMatchObject({
        value: { state: 'conflict', stored: { version: 1, draft } },
      })
    expect(await pressSend(atelier, { ...request, version: 0 })).toMatchObject({ code: 'conflict' })
    expect(await forWorkspace(atelier.member.workspaceId, (tx) => readDraft(tx, request.id))).toMatchObject({
      version: 1,
      draft,
    })
  })

  test('two sends at once make one invoice', async () => {
    const { request } = await saveNew(atelier)
    const before = theirs().length
    const answers = await Promise.all([pressSend(atelier, request), pressSend(atelier, request)])
    expect(answers).toContainEqual(expect.objectContaining({ ok: true }))
    for (const answer of answers) expect(answer.ok || answer.code).toBeOneOf([true, 'illegal_transition'])
    expect(await shown(atelier, request.id)).toMatchObject({ status: 'open' })
    expect(theirs()).toHaveLength(before + 1)
  })

  test('of a send and a void at once one wins, and Stripe says the same', async () => {
    const { request } = await saveNew(atelier)
    const [sent, voided] = await Promise.all([
      pressSend(atelier, request),
      run(() => actions.voidInvoice({ id: request.id })),
    ])
    must(sent)
    expect(await shown(atelier, request.id)).toMatchObject({ status: voided.ok ? 'void' : 'open' })
    await expectSameAsStripe(atelier)
  })

  test('a client without e-mail is asked for one before Stripe hears of it', async () => {
    const clientId = await addClient(atelier.member, '')
    await expectUnsendable(atelier, { clientId }, { code: 'client_email_required', field: 'clientId' })
  })

  test('going back after a send neither sends nor saves again', async () => {
    const { request, draft } = await saveNew(atelier)
    must(await pressSend(atelier, request))
    const calls = await atelier.callsDuring(async () => must(await pressSend(atelier, request)))
    expect(calls).toEqual([])
    await expectIllegal(
      request.id,
      () => actions.finalizeInvoice(request),
      () => actions.saveDraft({ ...request, draft }),
    )
  })

  test('a page that is reloaded during a send watches the same send', async () => {
    const { request } = await saveNew(atelier)
    const before = theirs().length
    const path = '/v1/invoices/*/finalize'
    atelier.emulator.admin.orderFault({ kind: '429', match: { method: 'POST', path }, times: 1 })
    const first = must(await pressSend(atelier, request))
    expect(must(await pressSend(atelier, request))).toEqual(first)
    while ((await shown(atelier, request.id)).send) if (!(await carryOnOperations())) await wait(50)
    expect(await shown(atelier, request.id)).toMatchObject({ status: 'open' })
    expect(theirs()).toHaveLength(before + 1)
  })

  test('marking as paid twice records one payment, and the page says that it is paid', async () => {
    const id = await sendNew(atelier)
    must(await run(() => actions.markPaid({ id })))
    const calls = await atelier.callsDuring(async () => must(await run(() => actions.markPaid({ id }))))
    expect(calls).toEqual([])
    const invoice = await shown(atelier, id)
    expect(invoice).toMatchObject({ status: 'paid', amountPaidMinor: invoice.totalMinor })
    expect(invoice.payments.filter(({ status }) => status === 'paid')).toHaveLength(1)
    const reason = 'This invoice is already paid.'
    expect(allowedActions(invoice).mark_paid).toEqual({ allowed: false, reason })
  })

  test('a paid invoice is not voided, a void one not paid, a final one not deleted', async () => {
    const paid = await sendNew(atelier)
    must(await run(() => actions.markPaid({ id: paid })))
    await expectIllegal(
      paid,
      () => actions.voidInvoice({ id: paid }),
      () => actions.markUncollectible({ id: paid }),
    )
    const voided = await sendNew(atelier)
    await expectIllegal(voided, () => actions.deleteDraft({ id: voided, version: 1 }))
    must(await run(() => actions.voidInvoice({ id: voided })))
    await expectIllegal(
      voided,
      () => actions.markPaid({ id: voided }),
      () => actions.sendAgain({ id: voided }),
    )
  })

  test.for([0, 1_000_000, -5])(
    'a payment of %d cannot be recorded, only the whole amount',
    async (amountMinor) => {
      const id = await sendNew(atelier)
      const before = await shown(atelier, id)
      const call = Object.assign({ id }, { amountMinor })
      expect(await run(() => actions.markPaid(call))).toMatchObject({ ok: false, code: 'invalid' })
      expect(await shown(atelier, id)).toEqual(before)
    },
  )

  test('links in mails come from our settings, whatever host a request names', async () => {
    const { browser } = atelier
    const ours = browser.headers
    browser.headers = { ...ours, host: 'evil.example', 'x-forwarded-host': 'evil.example' }
    const id = await sendNew(atelier)
    browser.headers = { ...browser.headers, origin: 'https://evil.example', host: 'localhost:3000' }
    expect(await run(() => actions.voidInvoice({ id }))).toMatchObject({ code: 'not_from_here' })
    browser.headers = ours
    expect(theirs()[0]?.hosted_invoice_url).toMatch(/^http:\/\/localhost:3000\//)
  })
})
