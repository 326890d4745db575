import { expect } from 'vitest'
import { rule } from '../harness/rule'
import { summaryOf } from './summary'

rule('creating, changing and deleting a customer emits three events', 'api/events/types', async (world) => {
  const { id } = await world.customer()
  await world.stripe.customers.update(id, { name: 'Grace' })
  await world.stripe.customers.del(id)
  expect(summaryOf(await world.eventsOf(id))).toEqual([
    ['customer.created'],
    ['customer.updated', { name: 'Ada Lovelace' }],
    ['customer.deleted'],
  ])
})

rule('an event carries the object as it was at that moment', 'api/events/object', async (world) => {
  const { id } = await world.customer({ metadata: { a: '1' } })
  await world.stripe.customers.update(id, { name: 'Grace' })
  const [created, updated] = await world.eventsOf(id)
  expect(created?.data.object).toMatchObject({ id, object: 'customer', name: 'Ada Lovelace' })
  expect(updated?.data.object).toMatchObject({ id, name: 'Grace', metadata: { a: '1' } })
})

rule(
  'the event of a deleted customer carries the whole customer',
  'api/events/types',
  async ({ customer, eventsOf, stripe }) => {
    const { id } = await customer()
    await stripe.customers.del(id)
    const [, deleted] = await eventsOf(id)
    expect(deleted?.data.object).toMatchObject({ id, name: 'Ada Lovelace', email: 'ada@example.com' })
    expect(deleted?.data.object).not.toHaveProperty('deleted')
  },
)

rule(
  'an update that changes nothing emits no event',
  'api/events/types',
  async ({ customer, eventsDuring, stripe }) => {
    const { id } = await customer()
    expect(await eventsDuring(() => stripe.customers.update(id, { name: 'Ada Lovelace' }))).toEqual([])
  },
)

rule(
  'previous metadata has the old values of changed keys, and null for new ones',
  'api/events/object',
  async (world) => {
    const { id } = await world.customer({ metadata: { a: '1', b: '2', c: '3' } })
    const metadata = { a: '9', c: '', d: '4' }
    const events = await world.eventsDuring(() => world.stripe.customers.update(id, { metadata }))
    expect(summaryOf(events)).toEqual([['customer.updated', { metadata: { a: '1', c: '3', d: null } }]])
  },
)

rule('a hash that changes in part shows only its changed keys', 'api/events/object', async (world) => {
  const { id } = await world.customer({ invoice_settings: { footer: 'Old' } })
  const invoice_settings = { footer: 'New' }
  const events = await world.eventsDuring(() => world.stripe.customers.update(id, { invoice_settings }))
  expect(summaryOf(events)).toEqual([['customer.updated', { invoice_settings: { footer: 'Old' } }]])
})

rule(
  'a hash that was not there before is null',
  'api/events/object',
  async ({ customer, eventsDuring, stripe }) => {
    const { id } = await customer()
    const address = { city: 'London', country: 'GB' }
    const events = await eventsDuring(() => stripe.customers.update(id, { address }))
    expect(summaryOf(events)).toEqual([['customer.updated', { address: null }]])
  },
)

rule(
  'a list that changes is shown whole',
  'api/events/object',
  async ({ customer, eventsDuring, stripe }) => {
    const { id } = await customer({ preferred_locales: ['en', 'de'] })
    const events = await eventsDuring(() => stripe.customers.update(id, { preferred_locales: ['en', 'fr'] }))
    expect(summaryOf(events)).toEqual([['customer.updated', { preferred_locales: ['en', 'de'] }]])
  },
)

rule('a refused call emits no event', 'api/events', async ({ eventsDuring, refusal, stripe }) => {
  const work = () => refusal(stripe.customers.create({ email: 'nonsense' }))
  expect(await eventsDuring(work)).toEqual([])
})
