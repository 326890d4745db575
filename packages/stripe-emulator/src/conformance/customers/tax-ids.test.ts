import { expect } from 'vitest'
import { rule } from '../harness/rule'

rule('a tax ID says where it is from', 'api/tax_ids/customer_create', async ({ stripe, customer }) => {
  const { id } = await customer()
  const made = await stripe.customers.createTaxId(id, { type: 'us_ein', value: '123456789' })
  expect(made.id).toMatch(/^txi_/)
  expect(made).toMatchObject({
    object: 'tax_id',
    country: 'US',
    customer: id,
    livemode: false,
    owner: { type: 'customer', customer: id },
    type: 'us_ein',
    value: '123456789',
    verification: { status: 'unavailable', verified_address: null, verified_name: null },
  })
  expect(await stripe.customers.retrieveTaxId(id, made.id)).toMatchObject({ id: made.id, customer: id })
})

rule('a European VAT ID is checked', 'billing/customer/tax-ids#validation', async (world) => {
  const { stripe, customer, eventsOf, eventually } = world
  const { id } = await customer()
  const cases = { DE000000000: 'verified', DE111111111: 'unverified', DE222222222: 'pending' } as const
  for (const [value, status] of Object.entries(cases)) {
    const made = await stripe.customers.createTaxId(id, { type: 'eu_vat', value })
    expect(made).toMatchObject({ country: 'DE', verification: { status: 'pending' } })
    await eventually(async () => {
      expect(await stripe.customers.retrieveTaxId(id, made.id)).toMatchObject({ verification: { status } })
    })
    const types = (await eventsOf(made.id)).map(({ type }) => type)
    const updated = status === 'pending' ? [] : ['customer.tax_id.updated']
    expect(types).toEqual(['customer.tax_id.created', ...updated])
  }
})

rule('a value that cannot be is refused', 'api/tax_ids/customer_create', async (world) => {
  const { stripe, customer, refusal } = world
  const { id } = await customer()
  const made = stripe.customers.createTaxId(id, { type: 'eu_vat', value: 'nonsense' })
  expect(await refusal(made)).toMatchObject({
    statusCode: 400,
    code: 'tax_id_invalid',
    param: 'value',
    message: 'Invalid value for eu_vat.',
  })
})

rule('a kind that Stripe does not know is refused', 'api/tax_ids/customer_create', async (world) => {
  const { api, customer } = world
  const { id } = await customer()
  const body = 'type=moon_vat&value=123'
  const { status, body: answer } = await api(`/v1/customers/${id}/tax_ids`, { method: 'POST', body })
  expect(status).toBe(400)
  expect(answer.error).toMatchObject({ type: 'invalid_request_error', param: 'type' })
})

rule('a customer has five tax IDs at the most', 'billing/customer/tax-ids', async (world) => {
  const { stripe, customer, refusal } = world
  const { id } = await customer()
  const add = (last: number) => stripe.customers.createTaxId(id, { type: 'us_ein', value: `12345678${last}` })
  for (const last of [1, 2, 3, 4, 5]) await add(last)
  expect((await refusal(add(6))).statusCode).toBe(400)
  expect((await stripe.customers.listTaxIds(id)).data).toHaveLength(5)
})

rule('tax IDs can come with the customer', 'api/customers/create#tax_id_data', async (world) => {
  const { stripe, refusal, eventTypes } = world
  const { id } = await stripe.customers.create({
    tax_id_data: [
      { type: 'gb_vat', value: 'GB123456789' },
      { type: 'us_ein', value: '123456789' },
    ],
  })
  const found = await stripe.customers.retrieve(id, { expand: ['tax_ids'] })
  expect(found).toMatchObject({ tax_ids: { data: [{ type: 'us_ein' }, { type: 'gb_vat' }] } })
  expect((await eventTypes()).slice(0, 2)).toEqual(['customer.created', 'customer.tax_id.created'])
  const bad = stripe.customers.create({ tax_id_data: [{ type: 'eu_vat', value: '?' }] })
  expect(await refusal(bad)).toMatchObject({ code: 'tax_id_invalid', param: 'tax_id_data[0][value]' })
})

rule('a deleted tax ID is gone', 'api/tax_ids/customer_delete', async (world) => {
  const { stripe, customer, refusal, eventsOf } = world
  const { id } = await customer()
  const made = await stripe.customers.createTaxId(id, { type: 'us_ein', value: '123456789' })
  expect(await stripe.customers.deleteTaxId(id, made.id)).toEqual({
    id: made.id,
    object: 'tax_id',
    deleted: true,
  })
  expect(await refusal(stripe.customers.retrieveTaxId(id, made.id))).toMatchObject({
    statusCode: 404,
    code: 'resource_missing',
  })
  expect((await eventsOf(made.id)).at(-1)).toMatchObject({ type: 'customer.tax_id.deleted' })
})

rule('the account has tax IDs of its own', 'api/tax_ids/create', async ({ stripe, refusal }) => {
  const made = await stripe.taxIds.create({ type: 'gb_vat', value: 'GB123456789' })
  expect(made).toMatchObject({ country: 'GB', customer: null, owner: { type: 'self' }, verification: null })
  expect((await stripe.taxIds.list()).data.map(({ id }) => id)).toEqual([made.id])
  expect(await stripe.taxIds.retrieve(made.id)).toMatchObject({ id: made.id })
  expect(await stripe.taxIds.del(made.id)).toEqual({ id: made.id, object: 'tax_id', deleted: true })
  expect((await refusal(stripe.taxIds.retrieve(made.id))).statusCode).toBe(404)
})

rule('tax IDs are found by who owns them', 'api/tax_ids/list', async ({ stripe, customer }) => {
  const { id } = await customer()
  const owner = { type: 'customer', customer: id } as const
  const theirs = await stripe.taxIds.create({ type: 'us_ein', value: '123456789', owner })
  await stripe.taxIds.create({ type: 'us_ein', value: '987654321' })
  expect(theirs.customer).toBe(id)
  expect((await stripe.taxIds.list({ owner })).data.map((each) => each.id)).toEqual([theirs.id])
  expect((await stripe.customers.listTaxIds(id)).data.map((each) => each.id)).toEqual([theirs.id])
})
