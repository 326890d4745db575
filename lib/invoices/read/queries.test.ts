import { beforeAll, expect, test } from 'vitest'
import { invoices } from '@/db/schema/invoices'
import { uuidv7 } from '@/db/schema/uuid'
import { onEachDatabase } from '@/db/testing/testing'
import { forWorkspace } from '@/db/workspace'
import { createClient } from '@/lib/clients/mutations'
import { type InvoiceFilter, invoiceFilterOf } from '@/lib/invoices/filter'
import {
  type Atelier,
  addDraft,
  lineOf,
  must,
  openAtelier,
  sendPatiently,
} from '@/lib/invoices/testing/testing'
import { PAGE_ROWS } from './list'
import { readInvoice, readInvoices } from './queries'

onEachDatabase(() => {
  let atelier: Atelier
  beforeAll(async () => {
    atelier = await openAtelier()
  })

  const list = (filter: Partial<InvoiceFilter> = {}) =>
    forWorkspace(atelier.member.workspaceId, (tx) =>
      readInvoices(tx, atelier.member.workspace, { status: 'all', q: '', cursor: null, ...filter }),
    )

  test('pages forth and back over every invoice once, the newest first', async () => {
    const other = await openAtelier()
    const made = Array.from({ length: PAGE_ROWS * 2 + 3 }, () => uuidv7())
    await forWorkspace(other.workspace.id, (tx) =>
      tx.insert(invoices).values(made.map((id) => ({ id, currency: 'eur' }))),
    )
    made.reverse()
    const page = (cursor: string | null) =>
      forWorkspace(other.member.workspaceId, (tx) =>
        readInvoices(tx, other.member.workspace, { status: 'all', q: '', cursor }),
      )

    const first = await page(null)
    const second = await page(first.next)
    const third = await page(second.next)
    expect([...first.rows, ...second.rows, ...third.rows].map(({ id }) => id)).toEqual(made)
    expect([first.previous, third.next]).toEqual([null, null])
    expect((await page(third.previous)).rows).toEqual(second.rows)
    const back = await page(second.previous)
    expect([back.rows, back.previous, back.next]).toEqual([first.rows, null, first.next])
  })

  test.each([
    '',
    'x',
    'o.',
    'o.1',
    "o.'; drop table invoices",
    `z.${crypto.randomUUID()}`,
    '🙂',
    'o'.repeat(10_000),
  ])('a cursor that nobody handed out is the first page: %s', async (cursor) => {
    expect((await list({ cursor })).rows).toEqual((await list()).rows)
  })

  test('finds by name, e-mail and number, and takes signs literally', async () => {
    const address = { line1: '', line2: '', city: '', postalCode: '', state: '', country: '' }
    const names = ["Robert'); DROP TABLE", '100%_Pure\\', 'Zoë Müller']
    const ids = []
    for (const [i, name] of names.entries()) {
      const client = { name, email: `p${i}@find.example`, phone: '', address, language: '', note: '' }
      const { id: clientId } = must(await createClient(atelier.member, client))
      ids.push((await addDraft({ ...atelier, clientId })).id)
    }
    const found = async (q: string) => (await list({ q })).rows.map(({ id }) => id)
    expect(await found("robert'); drop")).toEqual([ids[0]])
    expect(await found('%_p')).toEqual([ids[1]])
    expect(await found('pure\\')).toEqual([ids[1]])
    expect(await found('zoë')).toEqual([ids[2]])
    expect(await found('p2@FIND')).toEqual([ids[2]])
    expect(await found('%%%')).toEqual([])

    must(await sendPatiently(atelier.member, { id: ids[2] ?? '', version: 1, kind: 'finalize' }))
    const { rows } = await list({ q: 'zoë', status: 'open' })
    expect(await found(rows[0]?.number ?? 'none')).toEqual([ids[2]])
  })

  test('counts and sums by status and currency', async () => {
    const other = await openAtelier()
    const draft = await addDraft(other, { currency: 'jpy', lines: [lineOf('500')] })
    must(await sendPatiently(other.member, { ...draft, kind: 'finalize' }))
    await addDraft(other)
    const { overview } = await forWorkspace(other.member.workspaceId, (tx) =>
      readInvoices(tx, other.member.workspace, invoiceFilterOf({})),
    )
    expect(overview.counts).toMatchObject({ all: 2, draft: 1, open: 1, overdue: 0 })
    expect(overview.sums).toEqual([
      { currency: 'eur', draftMinor: 14_400, outstandingMinor: 0, overdueMinor: 0, paidMinor: 0 },
      { currency: 'jpy', draftMinor: 0, outstandingMinor: 500, overdueMinor: 0, paidMinor: 0 },
    ])
  })

  test.each(['../1', 'x', '1'.repeat(10_000), crypto.randomUUID(), '%00'])(
    'there is no invoice %s',
    async (id) => {
      expect(await forWorkspace(atelier.member.workspaceId, (tx) => readInvoice(tx, id))).toBeNull()
    },
  )
})
