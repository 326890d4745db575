import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { operations } from '@/db/schema/queues'
import { testDatabase } from '@/db/testing/testing'
import { forWorkspace } from '@/db/workspace'
import { carryOnOperations } from '@/lib/boot/operations'
import {
  type Atelier,
  addClient,
  addDraft,
  expectSameAsStripe,
  must,
  openAtelier,
  sendPatiently,
  shown,
} from '@/lib/invoices/testing/testing'

testDatabase()

const STEPS = [
  '/v1/customers',
  '/v1/invoices',
  '/v1/invoices/*/add_lines',
  '/v1/invoices/*/finalize',
  '/v1/invoices/*/send',
]

const A_DAY_AGO = sql`now() - interval '25 hours'`

/** The send stops where Stripe's answer was lost, and goes on a day later, when Stripe has forgotten its keys. */
async function sendAndLose(atelier: Atelier, kind: 'reset-after' | 'reset-before', path: string) {
  const clientId = await addClient(atelier.member, `${path.replace(/\W/g, '')}@example.com`)
  const draft = await addDraft({ ...atelier, clientId })
  atelier.emulator.admin.orderFault({ kind, match: { method: 'POST', path }, times: 2 })
  must(await sendPatiently(atelier.member, { ...draft, kind: 'send' }))
  await forWorkspace(atelier.workspace.id, (tx) =>
    tx
      .update(operations)
      .set({ createdAt: A_DAY_AGO, keySince: A_DAY_AGO, nextTryAt: sql`now()` })
      .where(eq(operations.subjectId, draft.id)),
  )
  while (await carryOnOperations());
  return shown(atelier, draft.id)
}

test.each(STEPS)('a day later it finds what %s did, and does it no second time', async (path) => {
  const atelier = await openAtelier()
  const invoice = await sendAndLose(atelier, 'reset-after', path)
  expect(invoice).toMatchObject({ status: 'open', send: null })
  expect(atelier.emulator.admin.invoices(atelier.account)).toHaveLength(1)
  const mails = atelier.emulator.admin.outbox().filter(({ account }) => account === atelier.account)
  expect(mails).toHaveLength(1)
  await expectSameAsStripe(atelier)
})

test.each(STEPS.slice(0, 4))('a day later it does anew what %s never did', async (path) => {
  const atelier = await openAtelier()
  expect(await sendAndLose(atelier, 'reset-before', path)).toMatchObject({ status: 'open', send: null })
  await expectSameAsStripe(atelier)
})

test('a mail of which there is no trace is left to its owner', async () => {
  const atelier = await openAtelier()
  const invoice = await sendAndLose(atelier, 'reset-before', '/v1/invoices/*/send')
  expect(invoice).toMatchObject({
    status: 'open',
    send: { state: 'failed', error: { code: 'maybe_emailed' } },
  })
})
