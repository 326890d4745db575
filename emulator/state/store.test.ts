import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { expect, onTestFinished, test } from 'vitest'
import { draft } from '../testing/bill'
import { refusal, start } from '../testing/start'
import { fileStore } from './file-store'
import { sqlStore } from './sql-store'
import { memoryStore, type Row, type Store } from './store'

async function pgliteStore(): Promise<Store> {
  const database = await PGlite.create()
  onTestFinished(() => database.close())
  return sqlStore((sql, params) => database.query(sql, params))
}

async function folder(): Promise<Store> {
  const path = await mkdtemp(join(tmpdir(), 'emulator-'))
  onTestFinished(() => rm(path, { recursive: true }))
  return fileStore(path)
}

const stores: [string, () => Promise<Store>][] = [
  ['memory', async () => memoryStore()],
  ['PGlite', pgliteStore],
  ['a folder', folder],
]

test.each(stores)(
  'everything is there again after a restart on %s',
  async (_name, open) => {
    const store = await open()
    const { stripe, emulator } = await start({ store })
    const invoice = await draft(stripe, [
      { amount: 1000, description: 'Quote " and \u2028 and 🧾' },
      { amount: 2 },
    ])
    await stripe.customers.create({ name: 'Ada' }, { idempotencyKey: 'k1' })
    const deleted = await draft(stripe)
    await stripe.invoices.del(deleted.id)
    const before = await stripe.invoices.list()
    await emulator.close()

    const next = await start({ store })
    expect(JSON.stringify(await next.stripe.invoices.list())).toBe(JSON.stringify(before))
    expect(before.data.map((each) => each.id)).toEqual([invoice.id])
    const count = (await next.stripe.customers.list()).data.length
    await next.stripe.customers.create({ name: 'Ada' }, { idempotencyKey: 'k1' })
    expect((await next.stripe.customers.list()).data).toHaveLength(count)
    const events = await next.stripe.events.list({ limit: 1 })
    expect(events.data[0]?.type).toBe('invoice.deleted')
  },
  60_000,
)

test('a request is one commit, with its events and its idempotency key', async () => {
  const commits: Row[][] = []
  const inner = memoryStore()
  const store = {
    load: inner.load,
    commit: (rows: Row[]) => {
      commits.push(rows)
      return inner.commit(rows)
    },
  }
  const { stripe } = await start({ store })
  await stripe.customers.create({ name: 'Ada' }, { idempotencyKey: 'k1' })
  expect(commits).toHaveLength(1)
  expect(commits[0]?.map((row) => row.kind).sort()).toEqual([
    'account',
    'customer',
    'event',
    'idempotency',
    'key',
  ])
  await stripe.customers.list()
  expect(commits).toHaveLength(1)
})

test('a store that refuses gives 500, and what it refused is kept with the next commit', async () => {
  const inner = memoryStore()
  const trouble = { left: 1 }
  const store = {
    load: inner.load,
    commit: async (rows: Row[]) => {
      if (trouble.left-- > 0) throw new Error('disk full')
      return inner.commit(rows)
    },
  }
  const { stripe } = await start({ store })
  expect((await refusal(stripe.customers.create({ name: 'Ada' }))).statusCode).toBe(500)
  await stripe.customers.create({ name: 'Bob' })
  const { stripe: next } = await start({ store: inner })
  expect((await next.customers.list()).data.map((each) => each.name)).toEqual(['Bob', 'Ada'])
})

test('keys that have aged out are dropped at the start', async () => {
  const store = memoryStore()
  const { stripe } = await start({ store, now: () => 1_800_000_000 })
  await stripe.customers.create({ name: 'Ada' }, { idempotencyKey: 'k1' })
  const kept = async () => (await store.load()).filter((row) => row.kind === 'idempotency').length
  await start({ store, now: () => 1_800_000_000 + 86_399 })
  expect(await kept()).toBe(1)
  await start({ store, now: () => 1_800_000_000 + 86_400 })
  expect(await kept()).toBe(0)
})
