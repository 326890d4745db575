import { afterAll, beforeEach, expect, test } from 'vitest'
import { receiver } from '../testing/receiver'
import { start } from '../testing/start'
import type { DeliveryFault } from './orders'

const hook = await receiver()
beforeEach(() => {
  hook.received.length = 0
})
afterAll(() => hook.close())

test.each<[DeliveryFault, string[], object]>([
  ['duplicate', ['customer.created', 'customer.created'], { state: 'delivered', attempts: 1 }],
  ['drop', [], { state: 'dropped', attempts: 0 }],
  ['delay', ['customer.created'], { state: 'delivered', attempts: 1 }],
  ['unheard', ['customer.created', 'customer.created'], { state: 'delivered', attempts: 2 }],
])('%s of a delivery', async (kind, received, record) => {
  const { stripe, emulator } = await start()
  await stripe.webhookEndpoints.create({ url: hook.url, enabled_events: ['*'] })
  emulator.admin.orderFault({ kind, match: { path: 'customer.' }, times: 1, delayMs: 5 })
  await stripe.customers.create({ name: 'Ada' })
  await stripe.products.create({ name: 'Work' })
  while (emulator.admin.deliveries().some(({ state }) => state === 'pending')) await emulator.settled()
  const ofCustomer = hook.received.filter(({ type }) => type === 'customer.created')
  expect(ofCustomer.map(({ type }) => type)).toEqual(received)
  expect(new Set(ofCustomer.map(({ body }) => JSON.parse(body).id)).size).toBe(Math.min(received.length, 1))
  const deliveries = emulator.admin.deliveries()
  expect(deliveries.find(({ eventType }) => eventType === 'customer.created')).toMatchObject(record)
  expect(hook.received.filter(({ type }) => type === 'product.created')).toHaveLength(1)
  expect(emulator.admin.faults()).toEqual([])
})
