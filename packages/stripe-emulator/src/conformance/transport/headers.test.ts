import { expect } from 'vitest'
import { rule } from '../harness/rule'

const VERSION = '2026-10-28.endive'

rule('every answer names its request, each another', 'api/request_ids', async ({ customer, stripe }) => {
  const { lastResponse: first, id } = await stripe.customers.create({ name: 'Ada' })
  const { lastResponse: second } = await stripe.customers.retrieve(id)
  expect(first.requestId).toMatch(/^req_\w{10,}$/)
  expect(second.requestId).toMatch(/^req_\w{10,}$/)
  expect(second.requestId).not.toBe(first.requestId)
  expect((await customer()).id).not.toBe(id)
})

rule('a refusal names its request too', 'api/request_ids', async ({ refusal, stripe }) => {
  const error = await refusal(stripe.customers.retrieve('cus_nope'))
  expect(error.requestId).toMatch(/^req_\w{10,}$/)
  expect(error.headers?.['request-id']).toBe(error.requestId)
})

rule('an answer names the version it is written in', 'api/versioning', async ({ api, stripe }) => {
  const { headers } = await api('/v1/customers?limit=1', { headers: { 'stripe-version': VERSION } })
  expect(headers.get('stripe-version')).toBe(VERSION)
  expect((await stripe.customers.list({ limit: 1 })).lastResponse.apiVersion).toBe(VERSION)
})

rule('a refusal names the version too', 'api/versioning', async ({ api }) => {
  const { status, headers } = await api('/v1/customers/cus_nope', { headers: { 'stripe-version': VERSION } })
  expect([status, headers.get('stripe-version')]).toEqual([404, VERSION])
})

rule('answers are JSON', 'api', async ({ api }) => {
  expect((await api('/v1/customers?limit=1')).headers.get('content-type')).toMatch(/^application\/json/)
  expect((await api('/v1/customers/cus_nope')).headers.get('content-type')).toMatch(/^application\/json/)
})

rule('the key of a request comes back with the answer', 'api/idempotent_requests', async ({ stripe }) => {
  const idempotencyKey = `echo-${Date.now()}`
  const { lastResponse } = await stripe.customers.create({ name: 'Ada' }, { idempotencyKey })
  expect(lastResponse.idempotencyKey).toBe(idempotencyKey)
})

rule(
  'the account a call acts in comes back with the answer',
  'api/connected-accounts',
  async ({ stripe }) => {
    const { id: account } = await stripe.accounts.retrieveCurrent()
    const { lastResponse } = await stripe.customers.list({ limit: 1 }, { stripeAccount: account })
    expect(lastResponse.stripeAccount).toBe(account)
  },
)

rule('an unknown address is refused as one', 'api', async ({ api }) => {
  const { status, body } = await api('/v1/sandwiches')
  expect(status).toBe(404)
  expect(body.error).toEqual({
    type: 'invalid_request_error',
    message:
      'Unrecognized request URL (GET: /v1/sandwiches). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.',
  })
})

rule('a method that an address does not know is an unknown address', 'api', async ({ api }) => {
  const { status, body } = await api('/v1/customers', { method: 'DELETE' })
  expect(status).toBe(404)
  expect(body.error).toMatchObject({
    message: expect.stringMatching(/^Unrecognized request URL \(DELETE: \/v1\/customers\)\./),
  })
})

rule('an address that ends in a slash names no object', 'api', async ({ api }) => {
  const { status, body } = await api('/v1/customers/')
  expect(status).toBe(404)
  expect(body.error).toMatchObject({
    message: expect.stringMatching(
      /^Unrecognized request URL \(GET: \/v1\/customers\/\)\. If you are trying to list objects, remove the trailing slash\./,
    ),
  })
})

rule('a code comes with the page that explains it, and no code with none', 'error-codes', async ({ api }) => {
  const coded = await api('/v1/customers/cus_nope')
  expect(coded.body.error).toMatchObject({
    code: 'resource_missing',
    doc_url: 'https://stripe.com/docs/error-codes/resource-missing',
  })
  const plain = await api('/v1/invoices?status=nope')
  expect(plain.body.error).not.toHaveProperty('code')
  expect(plain.body.error).not.toHaveProperty('doc_url')
})
