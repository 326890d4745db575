import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { database } from '@/db/connection'
import { invoicesRead } from '@/db/testing/rows-read'
import { onEachDatabase } from '@/db/testing/testing'
import { forWorkspace } from '@/db/workspace'
import { type InvoiceFilter, invoiceFilterOf } from '@/lib/invoices/filter'
import { type Atelier, openAtelier } from '@/lib/invoices/testing/testing'
import { invoicePage } from './list'

const INVOICES = 5_000
const CLIENTS = 100

onEachDatabase(() => {
  let atelier: Atelier
  beforeAll(async () => {
    atelier = await openAtelier()
    await forWorkspace(atelier.workspace.id, async (tx) => {
      await tx.execute(sql`
        insert into clients (id, name, email)
        select gen_random_uuid(), 'Zoë ' || lpad(n::text, 4, '0') || '.', n || '@find.example'
        from generate_series(1, ${CLIENTS}::int) n`)
      await tx.execute(sql`
        insert into invoices (id, client_id, currency, status, number)
        select gen_random_uuid(), client.id, 'eur', 'paid', 'ABCD' || lpad((n % 100)::text, 4, '0') || '-' || n
        from generate_series(1, ${INVOICES}::int) n
        join (select id, row_number() over (order by name) as place from clients where name like 'Zoë%') client
          on client.place = 1 + n % ${CLIENTS}::int`)
    })
    const { db } = await database()
    await db.execute(sql`vacuum analyze invoices, clients`)
  })

  /** What a page shows, and how many rows of invoices were read for it. */
  const look = (filter: Partial<InvoiceFilter>) =>
    forWorkspace(atelier.workspace.id, async (tx) => {
      const before = await invoicesRead(tx)
      const { rows } = await invoicePage(tx, { ...invoiceFilterOf({}), ...filter }, '2027-01-01')
      const after = await invoicesRead(tx)
      return { found: rows.length, scans: after.scans - before.scans, read: after.read - before.read }
    })

  test.each([
    ['one client', { q: 'zoë 0042.' }, 50],
    ['one client, decomposed', { q: 'ZOE\u0308 0042.'.toLowerCase() }, 50],
    ['an e-mail address', { q: '42@FIND.example' }, 50],
    ['all clients', { q: 'find.example' }, 50],
    ['the beginning of a number', { q: 'abcd0042' }, 50],
    ['the beginning of all numbers', { q: 'ABCD' }, 50],
    ['the end of a number', { q: '-2345' }, 1],
    ['a whole number', { q: 'abcd0045-2345' }, 1],
    ['nothing', { q: 'no such thing' }, 0],
    ['a status that no invoice has', { status: 'uncollectible' }, 0],
    ['no search', {}, 50],
  ] as const)('finds %s without reading all invoices', async (_, filter, found) => {
    const looked = await look(filter)
    expect(looked).toMatchObject({ found, scans: 0 })
    expect(looked.read).toBeLessThan(INVOICES / 5)
  })
})
