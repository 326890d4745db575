import { beforeAll, expect, test } from 'vitest'
import { onEachDatabase } from '@/db/testing/testing'
import { forWorkspace } from '@/db/workspace'
import { payLink, pdfLink } from '@/lib/invoices/read/links'
import { readInvoice } from '@/lib/invoices/read/queries'
import {
  type Atelier,
  addDraft,
  expectSameAsStripe,
  must,
  openAtelier,
  sendPatiently,
  shown,
} from '@/lib/invoices/testing/testing'
import { stripeFor } from '@/lib/stripe/stripe-for'
import { duplicateInvoice } from './copy'
import { deleteDraft } from './delete'
import { markPaid, markUncollectible, refreshInvoice, voidInvoice } from './mutations'

onEachDatabase(() => {
  let atelier: Atelier
  beforeAll(async () => {
    atelier = await openAtelier()
  })

  async function sent() {
    const draft = await addDraft(atelier)
    must(await sendPatiently(atelier.member, { ...draft, kind: 'send' }))
    return { id: draft.id }
  }

  test('voids an open invoice, and once more without asking Stripe', async () => {
    const which = await sent()
    must(await voidInvoice(atelier.member, which))
    expect(await shown(atelier, which.id)).toMatchObject({ status: 'void' })
    const calls = await atelier.callsDuring(async () => must(await voidInvoice(atelier.member, which)))
    expect(calls).toEqual([])
    await expectSameAsStripe(atelier)
  })

  test('marks an invoice paid outside Stripe, twice with one effect, and not void afterwards', async () => {
    const which = await sent()
    must(await markPaid(atelier.member, which))
    const paid = await shown(atelier, which.id)
    expect(paid).toMatchObject({ status: 'paid', paidOutOfBand: true, amountPaidMinor: 14_400 })
    expect(paid.payments.at(-1)).toMatchObject({ method: 'Outside Stripe', status: 'paid' })
    must(await markPaid(atelier.member, which))
    expect(await voidInvoice(atelier.member, which)).toMatchObject({ code: 'illegal_transition' })
    await expectSameAsStripe(atelier)
  })

  test('writes an invoice off, and takes its payment later all the same', async () => {
    const which = await sent()
    must(await markUncollectible(atelier.member, which))
    expect(await shown(atelier, which.id)).toMatchObject({ status: 'uncollectible' })
    must(await markPaid(atelier.member, which))
    expect(await shown(atelier, which.id)).toMatchObject({ status: 'paid' })
  })

  test('believes Stripe when somebody was faster there', async () => {
    const which = await sent()
    const stripeId = atelier.emulator.admin.invoices(atelier.account)[0]?.id ?? ''
    await stripeFor(atelier.workspace).voidInvoice(stripeId, `elsewhere-${stripeId}`)
    expect(await markPaid(atelier.member, which)).toMatchObject({ ok: false, code: 'illegal_transition' })
    expect(await shown(atelier, which.id)).toMatchObject({ status: 'void' })
    must(await voidInvoice(atelier.member, which))
  })

  test('says so when Stripe cannot be reached, and changes nothing', async () => {
    const which = await sent()
    atelier.emulator.admin.orderFault({
      kind: 'reset-before',
      match: { path: '/v1/invoices/*/void' },
      times: 2,
    })
    expect(await voidInvoice(atelier.member, which)).toMatchObject({ code: 'stripe_unreachable' })
    expect(await shown(atelier, which.id)).toMatchObject({ status: 'open' })
    must(await voidInvoice(atelier.member, which))
  })

  test('a draft can neither be voided nor paid', async () => {
    const draft = await addDraft(atelier)
    for (const change of [voidInvoice, markPaid, markUncollectible])
      expect(await change(atelier.member, draft)).toMatchObject({ code: 'illegal_transition' })
  })

  test('deletes a draft of the version that was seen, and no other invoice', async () => {
    const draft = await addDraft(atelier)
    expect(await deleteDraft(atelier.member, { ...draft, version: 7 })).toMatchObject({ code: 'conflict' })
    must(await deleteDraft(atelier.member, draft))
    expect(await forWorkspace(atelier.member.workspaceId, (tx) => readInvoice(tx, draft.id))).toBeNull()
    expect(await deleteDraft(atelier.member, draft)).toMatchObject({ code: 'not_found' })
    expect(await deleteDraft(atelier.member, { ...(await sent()), version: 1 })).toMatchObject({
      code: 'illegal_transition',
    })
  })

  test('copies an invoice into a draft that can be sent', async () => {
    const original = await sent()
    const { id } = must(await duplicateInvoice(atelier.member, original))
    expect(await shown(atelier, id)).toMatchObject({ status: 'draft', totalMinor: 14_400, number: null })
    must(await sendPatiently(atelier.member, { id, version: 1, kind: 'finalize' }))
    await expectSameAsStripe(atelier)
  })

  test('reads the invoice anew', async () => {
    const which = await sent()
    const before = await shown(atelier, which.id)
    must(await refreshInvoice(atelier.member, which))
    const after = await shown(atelier, which.id)
    expect(Date.parse(after.syncedAt ?? '')).toBeGreaterThan(Date.parse(before.syncedAt ?? ''))
    expect({ ...after, syncedAt: null }).toEqual({ ...before, syncedAt: null })
  })

  test('leads to the page where it is paid and to its PDF; a draft has neither', async () => {
    const which = await sent()
    expect(await payLink(atelier.member, which.id)).toMatch(/^http:\/\/localhost:3000\/emulator\/invoices\//)
    expect(await pdfLink(atelier.member, which.id)).toMatch(/\/pdf/)
    expect(await payLink(atelier.member, (await addDraft(atelier)).id)).toBeNull()
  })

  test('nothing of it is there for another business', async () => {
    const which = await sent()
    const { member } = await openAtelier()
    expect(await forWorkspace(member.workspaceId, (tx) => readInvoice(tx, which.id))).toBeNull()
    expect(await payLink(member, which.id)).toBeNull()
    for (const change of [voidInvoice, markPaid, markUncollectible, refreshInvoice, duplicateInvoice])
      expect(await change(member, which)).toMatchObject({ code: 'not_found' })
    expect(await sendPatiently(member, { ...which, version: 1, kind: 'send' })).toMatchObject({
      code: 'not_found',
    })
  })
})
