import { expect } from 'vitest'
import { rule } from '../harness/rule'

rule(
  'an event names its request, its version and its mode',
  'api/events/object',
  async ({ eventsOf, stripe }) => {
    const { id, lastResponse } = await stripe.customers.create(
      { name: 'Ada' },
      { idempotencyKey: `e-${Date.now()}` },
    )
    const [event] = await eventsOf(id)
    expect(event).toMatchObject({
      id: expect.stringMatching(/^evt_/),
      object: 'event',
      api_version: '2026-10-28.endive',
      livemode: false,
      pending_webhooks: expect.any(Number),
      request: { id: lastResponse.requestId, idempotency_key: lastResponse.idempotencyKey },
    })
    expect(event).not.toHaveProperty('account')
  },
)

rule(
  'an event is there under its id',
  'api/events/retrieve',
  async ({ customer, eventsOf, refusal, stripe }) => {
    const { id } = await customer()
    const [event] = await eventsOf(id)
    expect(await stripe.events.retrieve(event?.id ?? '')).toMatchObject({
      id: event?.id,
      type: 'customer.created',
    })
    expect(await refusal(stripe.events.retrieve('evt_nope'))).toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
      param: 'id',
    })
  },
)

rule(
  'events are asked for by one type, by several, or by all of a kind',
  'api/events/list',
  async (world) => {
    const { stripe } = world
    const { id } = await world.customer()
    await stripe.customers.update(id, { name: 'Grace' })
    await stripe.customers.del(id)
    const since = { created: { gte: Math.floor(Date.now() / 1000) - 60 }, limit: 100 }
    const types = async (more: { type?: string; types?: string[] }) =>
      (await stripe.events.list({ ...since, ...more })).data
        .filter(({ data }) => 'id' in data.object && data.object.id === id)
        .map((event) => event.type)
    await world.eventually(async () => expect(await types({})).toHaveLength(3))
    expect(await types({ type: 'customer.updated' })).toEqual(['customer.updated'])
    expect(await types({ types: ['customer.created', 'customer.deleted'] })).toEqual([
      'customer.deleted',
      'customer.created',
    ])
    expect(await types({ type: 'customer.*' })).toHaveLength(3)
    expect(await types({ type: 'invoice.*' })).toEqual([])
  },
)

rule('twenty types at most, and not beside one type', 'api/events/list', async ({ refusal, stripe }) => {
  const types = Array.from({ length: 21 }, (_, index) => `customer.${index}`)
  expect(await refusal(stripe.events.list({ types }))).toMatchObject({ statusCode: 400, param: 'types' })
  const both = { type: 'customer.created', types: ['customer.updated'] }
  expect((await refusal(stripe.events.list(both))).message).toBe(
    'You may only specify one of these parameters: type, types.',
  )
})

rule(
  'events are newest first and paged by their ids',
  'api/events/list',
  async ({ customer, eventsOf, stripe }) => {
    const { id } = await customer()
    await stripe.customers.update(id, { name: 'Grace' })
    const [created, updated] = await eventsOf(id)
    const after = await stripe.events.list({ limit: 1, starting_after: updated?.id })
    expect(after.data[0]?.id).toBe(created?.id)
    const before = await stripe.events.list({ limit: 1, ending_before: created?.id })
    expect(before.data[0]?.id).toBe(updated?.id)
  },
)

rule('nested lists of an event hold ten at most', 'api/events/object', async ({ draft, eventsOf }) => {
  const { id } = await draft(Array.from({ length: 12 }, (_, index) => ({ amount: index + 1 })))
  const last = (await eventsOf(id)).at(-1)
  expect(last?.type).toBe('invoice.updated')
  expect(last?.data.object).toMatchObject({ lines: { has_more: true, total_count: 12 } })
})
