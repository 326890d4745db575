import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { installStore } from '@/db/connection'
import { prepareDatabase } from '@/db/migrate'
import { openPgliteInMemory } from '@/db/pglite/pglite'
import { clients } from '@/db/schema/clients'
import { invoices } from '@/db/schema/invoices'
import { operations } from '@/db/schema/queues'
import { forWorkspace } from '@/db/workspace'
import { carryOnOperations } from '@/lib/boot/operations'
import { wakeOperations } from '@/lib/operations/testing/wake'
import { emulator } from '@/lib/stripe/connect'
import { stripeFor } from '@/lib/stripe/stripe-for'

const WORKSPACE = '01a22a23-6472-7001-8a04-b28868b0b3d3'
const ACCOUNT = 'acct_1Pec1OX0UjI0anyX'

const MIGRATIONS = path.join(process.cwd(), 'db', 'migrations')
const LAST_BEFORE = 5

/** The schema of then, with the rows of then, in the database that the app opens. */
async function openOlderDatabase() {
  const folder = mkdtempSync(path.join(tmpdir(), 'centwise-migrations-'))
  cpSync(MIGRATIONS, folder, { recursive: true })
  const journal = path.join(folder, 'meta', '_journal.json')
  const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8'))
  writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, LAST_BEFORE + 1) }))
  const store = await openPgliteInMemory()
  await store.migrate(folder, async () => {})
  rmSync(folder, { recursive: true })
  await store.client.exec(readFileSync(path.join(import.meta.dirname, 'open-sends.sql'), 'utf8'))
  installStore(store)
  return store
}

afterEach(() => {
  installStore(undefined)
  vi.useRealTimers()
})

test.each([
  ['at once, by the answers that Stripe keeps', '2026-11-30T02:00:00Z'],
  ['two days later, by a look at Stripe', '2026-12-02T02:00:00Z'],
])(
  'Sends that were open before an upgrade are finished once: %s',
  async (_, now) => {
    vi.setSystemTime(now)
    const store = await openOlderDatabase()
    await prepareDatabase()
    const isOpen = async () => {
      const rows = await forWorkspace(WORKSPACE, (tx) =>
        tx.select({ state: operations.state }).from(operations),
      )
      return rows.some(({ state }) => state === 'open')
    }
    while (await isOpen()) {
      await wakeOperations(WORKSPACE)
      await carryOnOperations()
    }

    const rows = await forWorkspace(WORKSPACE, (tx) =>
      tx.select({ id: invoices.stripeId, status: invoices.status, number: invoices.number }).from(invoices),
    )
    const stripe = (await emulator())?.admin
    const theirs = stripe?.invoices(ACCOUNT).map(({ id, status, number }) => ({ id, status, number })) ?? []
    const byId = (a: { id: string | null }, b: { id: string | null }) =>
      String(a.id).localeCompare(String(b.id))
    expect(theirs.map(({ status }) => status)).toEqual(['open', 'open', 'open'])
    expect(stripe?.invoices(ACCOUNT).map(({ total }) => total)).toEqual([11_900, 11_900, 11_900])
    expect(rows.sort(byId)).toEqual(theirs.sort(byId))
    const mailed = stripe?.outbox().map(({ to }) => to) ?? []
    expect(mailed.sort()).toEqual(['customer@example.com', 'email@example.com', 'lines@example.com'])
    const made = await stripeFor({ stripeAccount: ACCOUNT }).listCustomers('customer@example.com')
    expect(made.data).toHaveLength(1)
    const customers = await forWorkspace(WORKSPACE, (tx) => tx.select({ id: clients.stripeId }).from(clients))
    const billed = new Set(stripe?.invoices(ACCOUNT).map(({ customer }) => customer))
    expect(new Set(customers.map(({ id }) => id).filter((id) => id !== null))).toEqual(billed)
    await store.close()
  },
  120_000,
)
