import { expect } from 'vitest'
import { rule } from '../harness/rule'

const SECTION = 'api/metadata'
const keys = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 'v']))

rule('metadata is empty until something is set', SECTION, async ({ customer, draft }) => {
  expect((await customer()).metadata).toEqual({})
  expect((await draft()).metadata).toEqual({})
})

rule('keys are set one by one; the others stay', SECTION, async ({ customer, stripe }) => {
  const { id } = await customer({ metadata: { a: '1', b: '2' } })
  expect((await stripe.customers.update(id, { metadata: { b: '3', c: '4' } })).metadata).toEqual({
    a: '1',
    b: '3',
    c: '4',
  })
})

rule('an empty value removes its key, and one that is not there does not matter', SECTION, async (world) => {
  const { id } = await world.customer({ metadata: { a: '1', b: '2' } })
  expect((await world.stripe.customers.update(id, { metadata: { a: '', z: '' } })).metadata).toEqual({
    b: '2',
  })
})

rule('emptying metadata as a whole removes every key', SECTION, async ({ customer, stripe }) => {
  const { id } = await customer({ metadata: { a: '1', b: '2' } })
  expect((await stripe.customers.update(id, { metadata: '' })).metadata).toEqual({})
})

rule('values are texts, whatever they were', SECTION, async ({ customer, stripe }) => {
  const { id } = await customer({ metadata: { number: 7, truth: 'true' } })
  expect(await stripe.customers.retrieve(id)).toMatchObject({ metadata: { number: '7', truth: 'true' } })
})

rule('other changes leave metadata alone', SECTION, async ({ customer, stripe }) => {
  const { id } = await customer({ metadata: { a: '1' } })
  expect((await stripe.customers.update(id, { name: 'Grace' })).metadata).toEqual({ a: '1' })
})

rule('fifty keys fit, and not one more', SECTION, async ({ customer, refusal, stripe }) => {
  const { id } = await customer({ metadata: keys(50) })
  const error = await refusal(stripe.customers.update(id, { metadata: { more: 'v' } }))
  expect(error.statusCode).toBe(400)
  expect(error.message).toMatch(/^Metadata can have up to 50 keys, but you've set 51\./)
  expect(
    (await stripe.customers.update(id, { metadata: { k0: '', more: 'v' } })).metadata,
  ).not.toHaveProperty('k0')
})

rule('a key has forty characters at most', SECTION, async ({ customer, refusal }) => {
  expect((await customer({ metadata: { ['k'.repeat(40)]: 'v' } })).metadata).toEqual({
    ['k'.repeat(40)]: 'v',
  })
  const long = 'k'.repeat(41)
  const error = await refusal(customer({ metadata: { [long]: 'v' } }))
  expect(error).toMatchObject({
    statusCode: 400,
    message: `Metadata keys can have up to 40 characters, but you passed in a key that is 41 characters. Invalid key: ${long}`,
  })
})

rule('a value has five hundred characters at most', SECTION, async ({ customer, refusal }) => {
  expect((await customer({ metadata: { k: 'v'.repeat(500) } })).metadata.k).toHaveLength(500)
  const long = 'v'.repeat(501)
  const error = await refusal(customer({ metadata: { k: long } }))
  expect(error).toMatchObject({
    statusCode: 400,
    message: `Metadata values can have up to 500 characters, but you passed in a value that is 501 characters. Invalid value: ${long}`,
  })
})

rule('a value is no hash', SECTION, async ({ api }) => {
  const { status } = await api('/v1/customers', { method: 'POST', body: 'metadata[a][b]=1' })
  expect(status).toBe(400)
})

rule('metadata of a finalized invoice may still change', SECTION, async ({ open, stripe }) => {
  const { id } = await open()
  expect((await stripe.invoices.update(id, { metadata: { order: '7' } })).metadata).toEqual({ order: '7' })
  await stripe.invoices.pay(id, { paid_out_of_band: true })
  expect((await stripe.invoices.update(id, { metadata: { order: '8' } })).metadata).toEqual({ order: '8' })
})

rule('metadata of a line is its own', SECTION, async ({ draft }) => {
  const invoice = await draft([{ amount: 100, metadata: { position: '1' } }])
  expect(invoice.metadata).toEqual({})
  expect(invoice.lines.data[0]?.metadata).toEqual({ position: '1' })
})
