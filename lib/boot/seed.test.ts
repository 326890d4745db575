import { expect, test } from 'vitest'
import { testDatabase } from '@/db/testing/testing'
import { forWorkspace } from '@/db/workspace'
import { memberOf } from '@/lib/accounts/member'
import { openDemoSession } from '@/lib/accounts/mutations'
import { resumeSession } from '@/lib/accounts/session/mutations'
import { handleDueEvents } from '@/lib/events/sync'
import { sweepDue } from '@/lib/events/sync-sweep'
import { invoiceFilterOf } from '@/lib/invoices/filter'
import { readInvoices } from '@/lib/invoices/read/queries'
import { seed } from './seed'

testDatabase()

test('fills the demo once, with invoices of every kind, and finds its payments by the sweep', async () => {
  await seed()
  await seed()
  const session = await openDemoSession('test')
  const live = session.ok ? await resumeSession(session.value) : null
  const member = live && memberOf(live)
  if (!member) throw new Error('There is no demo member.')

  await sweepDue()
  while (await handleDueEvents());
  const { overview, rows } = await forWorkspace(member.workspaceId, (tx) =>
    readInvoices(tx, member.workspace, invoiceFilterOf({})),
  )
  expect(overview.counts).toEqual({
    all: 9,
    draft: 1,
    open: 3,
    overdue: 0,
    paid: 3,
    void: 1,
    uncollectible: 1,
  })
  expect(rows.map(({ paymentState }) => paymentState)).toContain('failed')
})
