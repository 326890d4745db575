import { expect, test } from 'vitest'
import { open } from '../testing/bill'
import { start } from '../testing/start'

const { stripe, emulator } = await start()
const { admin } = emulator

test('kinds are counted, and a long one is read page by page without a gap', async () => {
  for (let i = 1; i <= 60; i++) await stripe.customers.create({ name: `Customer ${i}` })
  const account = admin.accounts()[0]?.id ?? ''
  expect(admin.kinds(account)).toContainEqual({ kind: 'customer', count: 60 })
  const first = admin.objects(account, 'customer')
  const second = admin.objects(account, 'customer', first?.next)
  expect(first?.rows).toHaveLength(50)
  expect(first?.rows[0]).toMatchObject({ words: 'Customer 60', created: expect.any(Number) })
  expect(second?.rows.map(({ words }) => words).at(-1)).toBe('Customer 1')
  expect(second?.next).toBeUndefined()
  const ids = [...(first?.rows ?? []), ...(second?.rows ?? [])].map(({ id }) => id)
  expect(new Set(ids).size).toBe(60)
})

test('every object of every listed kind can be read', async () => {
  await open(stripe)
  const account = admin.accounts()[0]?.id ?? ''
  for (const { kind } of admin.kinds(account))
    for (const { id } of admin.objects(account, kind)?.rows ?? [])
      expect(admin.object(account, id), `${kind} ${id}`).toMatchObject({ id })
})

test('an account is among its own objects, with those it connected', async () => {
  const connected = await stripe.accounts.create({ email: 'jo@example.com', country: 'SE' })
  const account = admin.accounts()[0]?.id ?? ''
  const ids = admin.objects(account, 'account')?.rows.map(({ id }) => id)
  expect(ids?.sort()).toEqual([account, connected.id].sort())
})

test('an unknown kind or account has no objects', () => {
  const account = admin.accounts()[0]?.id ?? ''
  expect(admin.objects(account, 'unicorn')).toBeUndefined()
  expect(admin.objects('acct_nope', 'customer')).toBeUndefined()
  expect(admin.kinds('acct_nope')).toEqual([])
  expect(admin.object('acct_nope', 'in_1')).toBeUndefined()
  expect(admin.accounts().map(({ id }) => id)).not.toContain('acct_nope')
})
