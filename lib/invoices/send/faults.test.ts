import type { RequestFault } from 'stripe-emulator/faults'
import { beforeAll, expect, test } from 'vitest'
import { onEachDatabase } from '@/db/testing/testing'
import { carryOnOperations } from '@/lib/boot/operations'
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
import { wakeOperations } from '@/lib/operations/testing/wake'
import { OURS } from '@/lib/stripe/metadata'

const FAULTS: RequestFault[] = [
  '429',
  'lock_timeout',
  '409',
  '500-before',
  'reset-before',
  '500-after',
  'reset-after',
  'truncated-after',
]

const STEPS = [
  '/v1/tax_rates',
  '/v1/customers',
  '/v1/invoices',
  '/v1/invoices/*/add_lines',
  '/v1/invoices/*/finalize',
  '/v1/invoices/*/send',
]

onEachDatabase(() => {
  let atelier: Atelier
  beforeAll(async () => {
    atelier = await openAtelier()
  })

  // More often than the SDK tries by itself, so that the op has to rest and go on.
  function breakEveryStep(kind: RequestFault) {
    for (const path of STEPS)
      atelier.emulator.admin.orderFault({ kind, match: { method: 'POST', path }, times: 2 })
  }

  async function carryOnUntil(isOver: () => Promise<boolean>) {
    while (!(await isOver())) {
      await wakeOperations(atelier.member.workspaceId)
      await carryOnOperations()
    }
  }

  test.each(FAULTS)('one invoice and one e-mail each, though every step meets %s', async (kind) => {
    const drafts = await Promise.all(
      [0, 1].map(async (i) => {
        const clientId = await addClient(atelier.member, `${kind}-${i}@example.com`)
        const taxPercent = `${FAULTS.indexOf(kind)}.${i + 1}`
        return addDraft({ ...atelier, clientId }, { lines: [{ ...lineOf('50'), taxPercent }] })
      }),
    )
    breakEveryStep(kind)
    await Promise.all(drafts.map((draft) => sendPatiently(atelier.member, { ...draft, kind: 'send' })))
    const areOpen = async () => {
      const invoices = await Promise.all(drafts.map(({ id }) => shown(atelier, id)))
      return invoices.every(({ send }) => send?.state !== 'open')
    }
    await carryOnUntil(areOpen)

    for (const { id } of drafts) {
      expect(await shown(atelier, id)).toMatchObject({ status: 'open', send: null })
      const theirs = atelier.emulator.admin
        .invoices(atelier.account)
        .filter((each) => each.metadata?.[OURS.invoice] === id)
      expect(theirs).toHaveLength(1)
      const mails = atelier.emulator.admin.outbox().filter(({ invoice }) => invoice === theirs[0]?.id)
      expect(mails).toHaveLength(1)
    }
    expect(atelier.emulator.admin.faults()).toEqual([])
    await expectSameAsStripe(atelier)
  })

  test('a send that rests says so and keeps its step', async () => {
    const draft = await addDraft(atelier)
    atelier.emulator.admin.orderFault({ kind: '429', match: { path: '/v1/invoices/*/finalize' }, times: 1 })
    expect(must(await sendPatiently(atelier.member, { ...draft, kind: 'send' }))).toEqual({
      state: 'open',
      step: 'finalize',
    })
    expect((await shown(atelier, draft.id)).send).toMatchObject({ state: 'open', step: 'finalize', tries: 1 })
    await carryOnUntil(async () => (await shown(atelier, draft.id)).send === null)
    expect(await shown(atelier, draft.id)).toMatchObject({ status: 'open' })
  })
})
