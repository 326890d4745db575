import { appendFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { expect, onTestFinished, test } from 'vitest'
import { draft } from '../../testing/bill'
import { refusal, start } from '../../testing/start'
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

async function rowsOf(store: Store): Promise<Row[]> {
  const rows: Row[] = []
  for await (const row of store.load()) rows.push(row)
  return rows
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
  const kept = async () => (await rowsOf(store)).filter((row) => row.kind === 'idempotency').length
  await start({ store, now: () => 1_800_000_000 + 86_399 })
  expect(await kept()).toBe(1)
  const later = await start({ store, now: () => 1_800_000_000 + 86_400 })
  expect(await kept()).toBe(0)
  await later.stripe.customers.create({ name: 'Ada' }, { idempotencyKey: 'k1' })
  expect(await kept()).toBe(1)
})

test.each(stores)(
  'rows come back once, as they were last, from %s',
  async (_name, open) => {
    const store = await open()
    const row = (n: number, body: unknown) => ({ account: 'a', kind: 'k', id: `${n}`, seq: n, body })
    expect(await rowsOf(store)).toEqual([])
    const all = Array.from({ length: 4500 }, (_, index) =>
      row(index + 1, { id: `${index + 1}`, text: 'ä'.repeat(40) }),
    )
    await store.commit(all)
    await store.commit([row(2, null), row(3, { id: '3', text: 'other' })])
    await store.commit([row(3, { id: '3', text: 'another' }), row(4501, { id: '4501' })])
    const expected = [
      ...all.filter(({ seq }) => seq !== 2 && seq !== 3),
      row(3, { id: '3', text: 'another' }),
      row(4501, { id: '4501' }),
    ]
    for (let times = 0; times < 2; times++) {
      const rows = await rowsOf(store)
      expect(rows.toSorted((a, b) => a.seq - b.seq)).toEqual(expected.toSorted((a, b) => a.seq - b.seq))
    }
  },
  60_000,
)

test('a commit that a crash cut off was never made', async () => {
  const path = await mkdtemp(join(tmpdir(), 'emulator-'))
  onTestFinished(() => rm(path, { recursive: true }))
  const row = (id: string) => ({ account: 'a', kind: 'k', id, seq: 1, body: { id } })
  await fileStore(path).commit([row('kept')])
  await appendFile(join(path, 'rows.jsonl'), JSON.stringify([row('cut')]).slice(0, -5))
  expect(await rowsOf(fileStore(path))).toEqual([row('kept')])
  await fileStore(path).commit([row('later')])
  expect((await rowsOf(fileStore(path))).map(({ id }) => id)).toEqual(['kept', 'later'])
})
