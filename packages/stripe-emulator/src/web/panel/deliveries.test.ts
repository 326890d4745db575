import { expect, test } from 'vitest'
import { fakeAdmin } from '../testing/admin'
import { visit } from '../testing/visit'

test('pending deliveries are listed apart from finished ones', async () => {
  const { text } = await visit(fakeAdmin(), '/deliveries')
  const [next = '', recent = ''] = text.split('<caption>Recent</caption>')
  expect(next).toContain('action="/emulator/deliveries/dlv_1"')
  expect(next).toContain('HTTP 500')
  expect(recent).toContain('action="/emulator/deliveries/dlv_2"')
  expect(recent).toContain('href="/emulator/objects/acct_1/evt_1"')
})

test('a delivery can be made at once', async () => {
  const world = fakeAdmin()
  expect((await visit(world, '/deliveries/dlv_1', {})).location).toBe('/emulator/deliveries')
  expect(world.delivered).toEqual(['dlv_1'])
})

test('without deliveries the page says what makes one', async () => {
  const { admin } = fakeAdmin()
  const { text } = await visit({ admin: { ...admin, deliveries: () => [] } }, '/deliveries')
  expect(text).toContain('Nothing to deliver.')
})
