import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { database } from '@/db/connection'
import { createWorkspace } from '@/db/testing/rows'
import { invoicesRead } from '@/db/testing/rows-read'
import { onEachDatabase } from '@/db/testing/testing'
import { forWorkspace } from '@/db/workspace'
import { invoiceFilterOf } from '@/lib/invoices/filter'
import { invoicePage } from './list'

const INVOICES = 5_000

onEachDatabase(() => {
  let workspaceId: string
  beforeAll(async () => {
    workspaceId = await createWorkspace()
    await forWorkspace(workspaceId, (tx) =>
      // What was due early is paid, nearly all of it: by the days alone most of what is open seems overdue.
      tx.execute(sql`
        insert into invoices (id, currency, status, due_date)
        select gen_random_uuid(), 'eur', status::invoice_status, due::date
        from (values ('paid', '2027-01-10', ${INVOICES}::int), ('open', '2027-01-10', 20),
          ('open', '2027-01-20', 1000), ('open', '2027-02-01', ${INVOICES}::int)) kinds (status, due, count)
        cross join generate_series(1, count)`),
    )
    const { db } = await database()
    await db.execute(sql`vacuum analyze invoices`)
  })

  test.each([
    ['none', '2027-01-10', 0],
    ['few', '2027-01-11', 20],
    ['many', '2027-01-21', 50],
    ['all', '2027-02-02', 50],
  ])('a page is found without reading all invoices when %s are overdue', async (_, today, found) => {
    await forWorkspace(workspaceId, async (tx) => {
      const before = await invoicesRead(tx)
      const page = await invoicePage(tx, invoiceFilterOf({ status: 'overdue' }), today)
      const after = await invoicesRead(tx)
      expect(page.rows.filter(({ dueDate }) => dueDate !== null && dueDate < today)).toHaveLength(found)
      expect(page.rows).toHaveLength(found)
      expect(after.scans).toBe(before.scans)
      expect(after.read - before.read).toBeLessThan(INVOICES / 5)
    })
  })
})
