import { expect, test } from 'vitest'
import { fakeAdmin } from '../testing/admin'
import { anAccount } from '../testing/hosted'
import { visit } from '../testing/visit'

test('the overview tells the time, what waits for the bank, and leads to invoices and objects', async () => {
  const { text } = await visit(fakeAdmin(), '/')
  expect(text).toContain('Saturday, November 21, 2026 at 09:00')
  expect(text).toContain('1 day and 1 hour ahead of the real time.')
  expect(text).toContain('href="/emulator/invoices/tok"')
  expect(text).toContain('href="/emulator/objects/acct_1/in_1"')
  expect(text).toContain('href="/emulator/accounts/acct_1"')
  expect(text).toContain('action="/emulator/debits/pi_1"')
})

test('an emulator that was never called teaches the first step', async () => {
  const { admin } = fakeAdmin()
  const empty = { admin: { ...admin, accounts: () => [], pendingDebits: () => [], secondsAhead: () => 0 } }
  const { text } = await visit(empty, '/')
  expect(text).toContain('The first API call with a test key makes one.')
  expect(text).toContain('The same as the real time.')
  expect(text).not.toContain('Waiting for the bank')
})

test('of many accounts the first are shown in full, the others by name', async () => {
  const { admin } = fakeAdmin()
  const accounts = Array.from({ length: 9 }, (_, index) => ({ ...anAccount(), id: `acct_${index}` }))
  const { text } = await visit({ admin: { ...admin, accounts: () => accounts } }, '/')
  expect(text.match(/Latest invoices/g)).toHaveLength(8)
  expect(text).toContain('<a href="/emulator/accounts/acct_8">Ada Studio</a>')
})

test('a debit that waits is settled or failed by hand', async () => {
  const world = fakeAdmin()
  expect((await visit(world, '/debits/pi_1', { answer: 'settle' })).location).toBe('/emulator')
  await visit(world, '/debits/pi_1', { answer: 'fail' })
  expect((await visit(world, '/debits/pi_2', { answer: 'settle' })).status).toBe(404)
  expect(world.debits).toEqual([
    ['pi_1', 'settle'],
    ['pi_1', 'fail'],
  ])
})

test('test clocks are listed with the time they stand at', async () => {
  const { admin } = fakeAdmin()
  const clock = {
    id: 'clock_1',
    object: 'test_helpers.test_clock' as const,
    created: 0,
    deletes_after: 0,
    frozen_time: Date.UTC(2027, 0, 31) / 1000,
    livemode: false,
    name: 'Renewal',
    status: 'ready' as const,
    status_details: {},
  }
  const { text } = await visit({ admin: { ...admin, testClocks: () => [{ account: 'acct_1', clock }] } }, '/')
  expect(text).toContain('<a href="/emulator/objects/acct_1/clock_1">Renewal</a>')
  expect(text).toContain('Sunday, January 31, 2027 at 00:00')
})
