import { afterEach, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing/testing'
import { forWorkspace } from '@/db/workspace'
import { clock } from '@/lib/clock'
import { addDays, daysBetween, todayIn } from '@/lib/dates'
import { acceptEvents } from '@/lib/events/inbox'
import { drainInbox, eventsAtStripe, sweepAll } from '@/lib/events/testing'
import { readInvoices } from '@/lib/invoices/read/queries'
import { deriveFlags } from '@/lib/invoices/status'
import {
  type Atelier,
  addDraft,
  expectSameAsStripe,
  must,
  openAtelier,
  sendPatiently,
  shown,
} from '@/lib/invoices/testing/testing'
import { askEmulator } from '@/lib/stripe/connect'

testDatabase()

let atelier: Atelier
beforeEach(async () => {
  atelier = await openAtelier()
})
afterEach(() => {
  globalThis.centwiseAheadMs = undefined
})

/** Presses "1 month" on the emulator's control panel, as the route that serves it does. */
async function pressOneMonth() {
  const body = new URLSearchParams({ step: 'month' })
  const answer = await askEmulator(new Request('http://localhost/time', { method: 'POST', body }))
  expect(answer?.status).toBe(303)
}

const realToday = () => todayIn(atelier.workspace.timeZone, clock.wall())
const today = () => clock.today(atelier.workspace.timeZone)

test('a month ahead, an open invoice is overdue on the list', async () => {
  const draft = await addDraft(atelier)
  must(await sendPatiently(atelier.member, { ...draft, kind: 'send' }))
  await pressOneMonth()

  expect(daysBetween(realToday(), today())).toBeGreaterThanOrEqual(28)
  const filter = { status: 'overdue', q: '', cursor: null } as const
  const { rows, overview } = await forWorkspace(atelier.member.workspaceId, (tx) =>
    readInvoices(tx, atelier.member.workspace, filter),
  )
  expect(rows.map(({ id }) => id)).toEqual([draft.id])
  expect(overview.counts).toMatchObject({ open: 1, overdue: 1 })
  expect(deriveFlags(await shown(atelier, draft.id), today())).toContain('overdue')
})

test('a month ahead, an invoice is sent, dated and told by the time of Stripe', async () => {
  await pressOneMonth()
  const draft = await addDraft(atelier)
  must(await sendPatiently(atelier.member, { ...draft, kind: 'send' }))
  await acceptEvents(await eventsAtStripe(atelier.account))
  await drainInbox()

  const invoice = await shown(atelier, draft.id)
  expect(invoice).toMatchObject({ status: 'open', send: null, dueDate: addDays(today(), 14) })
  const atStripe = atelier.emulator.admin.now()
  const told = [invoice.createdAt, invoice.updatedAt, invoice.sentAt, ...invoice.timeline.map(({ at }) => at)]
  for (const at of told) expect(Math.abs(Date.parse(at ?? '') / 1000 - atStripe)).toBeLessThan(60)
  const kinds = invoice.timeline.map(({ kind }) => kind)
  expect(kinds).toEqual(['created', 'send_started', 'invoice.finalized', 'invoice.sent'])
  await sweepAll()
  await expectSameAsStripe(atelier)
})

test('a month ahead, a due date that is over at Stripe is refused before Stripe is asked', async () => {
  await pressOneMonth()
  const draft = await addDraft(atelier, { terms: { kind: 'date', date: addDays(realToday(), 7) } })
  const calls = await atelier.callsDuring(async () =>
    expect(await sendPatiently(atelier.member, { ...draft, kind: 'send' })).toMatchObject({
      ok: false,
      field: 'terms.date',
    }),
  )
  expect(calls).toEqual([])
})
