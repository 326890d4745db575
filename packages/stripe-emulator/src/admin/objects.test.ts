import { expect, test } from 'vitest'
import { open } from '../testing/bill'
import { start } from '../testing/start'

const { stripe, emulator } = await start()
const { desk } = emulator

test('kinds are counted, and a long one is read page by page without a gap', async () => {
  for (let i = 1; i <= 60; i++) await stripe.customers.create({ name: `Customer ${i}` })
  const account = desk.accounts()[0]?.id ?? ''
  expect(desk.kinds(account)).toContainEqual({ kind: 'customer', count: 60 })
  const first = desk.objects(account, 'customer')
  const second = desk.objects(account, 'customer', first?.next)
  expect(first?.rows).toHaveLength(50)
  expect(first?.rows[0]).toMatchObject({ words: 'Customer 60', created: expect.any(Number) })
  expect(second?.rows.map(({ words }) => words).at(-1)).toBe('Customer 1')
  expect(second?.next).toBeUndefined()
  const ids = [...(first?.rows ?? []), ...(second?.rows ?? [])].map(({ id }) => id)
  expect(new Set(ids).size).toBe(60)
})

test('every object of every kind listed can be looked at', async () => {
  await open(stripe)
  const account = desk.accounts()[0]?.id ?? ''
  for (const { kind } of desk.kinds(account))
    for (const { id } of desk.objects(account, kind)?.rows ?? [])
      expect(desk.object(account, id), `${kind} ${id}`).toMatchObject({ id })
})

test('an account is among its own objects, with those it connected', async () => {
  const connected = await stripe.accounts.create({ email: 'jo@example.com', country: 'SE' })
  const account = desk.accounts()[0]?.id ?? ''
  const ids = desk.objects(account, 'account')?.rows.map(({ id }) => id)
  expect(ids?.sort()).toEqual([account, connected.id].sort())
})

test('there is nothing of an unknown kind or account', () => {
  const account = desk.accounts()[0]?.id ?? ''
  expect(desk.objects(account, 'unicorn')).toBeUndefined()
  expect(desk.objects('acct_nope', 'customer')).toBeUndefined()
  expect(desk.kinds('acct_nope')).toEqual([])
  expect(desk.object('acct_nope', 'in_1')).toBeUndefined()
  expect(desk.accounts().map(({ id }) => id)).not.toContain('acct_nope')
})
