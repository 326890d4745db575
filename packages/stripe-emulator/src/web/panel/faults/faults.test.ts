import { expect, test } from 'vitest'
import { DELIVERY_FAULTS, REQUEST_FAULTS } from '../../../faults/orders'
import { fakeAdmin } from '../../testing/admin'
import { visit } from '../../testing/visit'

const EMPTY = { kind: '429', times: '1', method: '', path: '', rate: '', seed: '', delayMs: '' }

test('a fault is ordered as the form says', async () => {
  const world = fakeAdmin()
  const form = { ...EMPTY, kind: '500-after', times: '3', method: 'post', path: '/v1/invoices' }
  expect((await visit(world, '/faults', form)).location).toBe('/emulator/faults')
  expect(world.orders).toEqual([
    { kind: '500-after', times: 3, left: 3, match: { method: 'POST', path: '/v1/invoices' } },
  ])
  const { text } = await visit(world, '/faults')
  expect(text).toContain('Error 500, but it was done on POST /v1/invoices: 3 left')
})

test('a fault can strike by chance, repeatably, and late', async () => {
  const world = fakeAdmin()
  await visit(world, '/faults', { ...EMPTY, kind: 'delay', rate: '12.5', seed: '7', delayMs: '250' })
  expect(world.orders).toEqual([{ kind: 'delay', times: 1, left: 1, rate: 0.125, seed: 7, delayMs: 250 }])
  expect((await visit(world, '/faults')).text).toContain('with a chance of 12.5%')
})

test('a chance of 100 % is no chance', async () => {
  const world = fakeAdmin()
  await visit(world, '/faults', { ...EMPTY, rate: '100' })
  expect(world.orders).toEqual([{ kind: '429', times: 1, left: 1 }])
})

test('every kind of fault can be chosen', async () => {
  const { text } = await visit(fakeAdmin(), '/faults')
  for (const kind of [...REQUEST_FAULTS, ...DELIVERY_FAULTS]) expect(text).toContain(`value="${kind}"`)
})

test.each([
  ['kind', 'meteor', 'Choose what goes wrong.'],
  ['times', '0', 'A whole number from 1 to 10,000.'],
  ['times', 'many', 'A whole number from 1 to 10,000.'],
  ['rate', '0', 'A percentage above 0'],
  ['seed', '1.5', 'A whole number.'],
  ['delayMs', 'soon', 'A whole number of milliseconds'],
])('an order whose %s is %j is refused, and what was typed stays', async (name, value, words) => {
  const world = fakeAdmin()
  const { status, text } = await visit(world, '/faults', { ...EMPTY, path: '/v1/kept', [name]: value })
  expect(status).toBe(422)
  expect(text).toContain(words)
  expect(text).toContain('value="/v1/kept"')
  expect(world.orders).toEqual([])
})
