import { expect } from 'vitest'
import { rule } from '../harness/rule'

rule('the first source is the default', 'api/cards/create', async ({ stripe, customer, eventsDuring }) => {
  const { id } = await customer()
  const events = await eventsDuring(async () => {
    expect(await stripe.customers.createSource(id, { source: 'tok_mastercard' })).toMatchObject({
      object: 'card',
      brand: 'MasterCard',
      customer: id,
      last4: '4444',
    })
  })
  expect(events.map(({ type }) => type)).toContain('customer.source.created')
  const [first] = (await stripe.customers.listSources(id)).data
  await stripe.customers.createSource(id, { source: 'tok_visa' })
  expect(await stripe.customers.retrieve(id)).toMatchObject({ default_source: first?.id })
  expect((await stripe.customers.listSources(id)).data).toMatchObject([{ last4: '4242' }, { last4: '4444' }])
})

rule('deleting the default source makes the next one the default', 'api/cards/delete', async (world) => {
  const { stripe, customer, refusal, eventsOf } = world
  const { id, default_source } = await customer({ source: 'tok_visa' })
  const other = await stripe.customers.createSource(id, { source: 'tok_visa' })
  const gone = String(default_source)
  expect(await stripe.customers.deleteSource(id, gone)).toEqual({ id: gone, object: 'card', deleted: true })
  expect(await stripe.customers.retrieve(id)).toMatchObject({ default_source: other.id })
  expect(await refusal(stripe.customers.retrieveSource(id, gone))).toMatchObject({
    statusCode: 404,
    code: 'resource_missing',
    message: `No such source: '${gone}'`,
  })
  expect((await eventsOf(gone)).map(({ type }) => type)).toContain('customer.source.deleted')
})
