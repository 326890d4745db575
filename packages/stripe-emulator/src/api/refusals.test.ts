import { expect, test } from 'vitest'
import { customer, draft } from '../testing/bill'
import { clientOf, KEY, refusal, start } from '../testing/start'

const { emulator, stripe } = await start()

async function raw(path: string, init: RequestInit = {}) {
  const authorization = `Bearer ${KEY}`
  const request = new Request(`http://localhost${path}`, {
    ...init,
    headers: { authorization, ...init.headers },
  })
  const response = await emulator.fetch(request)
  return { status: response.status, headers: response.headers, body: await response.json() }
}

function post(path: string, body: string) {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  return raw(path, { method: 'POST', body, headers })
}

test.each([
  ['/v1/customers', 'nope=1', 'parameter_unknown', 'Received unknown parameter: nope', 'nope'],
  [
    '/v1/customers',
    'invoice_settings[nope]=1',
    'parameter_unknown',
    'Received unknown parameter: invoice_settings[nope]',
    'invoice_settings[nope]',
  ],
  ['/v1/invoices', '', 'parameter_missing', 'Missing required param: customer.', 'customer'],
  ['/v1/customers', 'balance=abc', 'parameter_invalid_integer', 'Invalid integer: abc', 'balance'],
  [
    '/v1/invoices',
    'customer=cus_a&pending_invoice_items_behavior=maybe',
    undefined,
    'Invalid pending_invoice_items_behavior: must be one of include or exclude',
    'pending_invoice_items_behavior',
  ],
  ['/v1/invoices', 'customer=cus_nope', 'resource_missing', "No such customer: 'cus_nope'", 'customer'],
])('POST %s with %s is refused', async (path, body, code, message, param) => {
  const answer = await post(path, body)
  expect(answer.status).toBe(400)
  expect(answer.body.error).toEqual({
    type: 'invalid_request_error',
    message,
    param,
    ...(code ? { code, doc_url: `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}` } : {}),
  })
})

test('an empty value that cannot be unset says so', async () => {
  const { body } = await post('/v1/invoices', 'customer=')
  expect(body.error).toMatchObject({ code: 'parameter_invalid_empty', param: 'customer' })
  expect(body.error.message).toMatch(/^You passed an empty string for 'customer'\. We assume empty values/)
})

test('a bad filter names every allowed value', async () => {
  const { body } = await raw('/v1/invoices?status=nope')
  expect(body.error.message).toBe('Invalid status: must be one of draft, open, void, paid, or uncollectible')
  expect(body.error).not.toHaveProperty('code')
})

test('the error of a missing list field names its position', async () => {
  const invoice = await draft(stripe)
  const line = invoice.lines.data[0]?.id
  const { body } = await post(`/v1/invoices/${invoice.id}/remove_lines`, `lines[0][id]=${line}`)
  expect(body.error.message).toBe('Missing required param: lines[0][behavior].')
})

test('both spellings of a list, and percent-encoded brackets, are read', async () => {
  for (const body of ['preferred_locales[]=de', 'preferred_locales[0]=de', 'preferred_locales%5B0%5D=de']) {
    expect((await post('/v1/customers', body)).body.preferred_locales).toEqual(['de'])
  }
})

test('an unknown address is 404 and has no code', async () => {
  const { status, body } = await raw('/v1/foo')
  expect(status).toBe(404)
  expect(body.error).toEqual({
    type: 'invalid_request_error',
    message:
      'Unrecognized request URL (GET: /v1/foo). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.',
  })
})

test.each([
  ['GET', '', 'invoice'],
  ['DELETE', '', 'invoice'],
  ['POST', '/send', 'invoice'],
  ['POST', '', 'id'],
  ['POST', '/pay', 'id'],
  ['POST', '/finalize', 'id'],
  ['POST', '/void', 'id'],
  ['POST', '/mark_uncollectible', 'id'],
])('%s of an unknown invoice, at "%s", calls it "%s"', async (method, path, param) => {
  const { status, body } = await raw(`/v1/invoices/in_nope${path}`, { method })
  expect(status).toBe(404)
  expect(body.error).toMatchObject({ code: 'resource_missing', message: "No such invoice: 'in_nope'", param })
})

test('an unknown invoice item carries its mode', async () => {
  const error = await refusal(stripe.invoiceItems.retrieve('ii_nope'))
  expect(error).toMatchObject({ message: "No such Invoice Item: 'ii_nope'(livemode=false)", param: 'id' })
})

test.each([
  ['', 401, /^You did not provide an API key/],
  ['Bearer sk_live_1234', 401, /^Invalid API Key provided: sk_live_\*+1234$/],
  ['Bearer pk_test_1234', 401, /cannot be made with a publishable API key/],
])('the key "%s" is refused', async (authorization, status, message) => {
  const answer = await raw('/v1/customers', { headers: { authorization } })
  expect(answer.status).toBe(status)
  expect(answer.body.error.message).toMatch(message)
})

test('a key may come as the user of Basic authentication', async () => {
  const authorization = `Basic ${Buffer.from(`${KEY}:`).toString('base64')}`
  expect((await raw('/v1/customers', { headers: { authorization } })).status).toBe(200)
})

test('each key has an account of its own', async () => {
  const mine = await customer(stripe)
  const other = clientOf(emulator, {}, 'sk_test_other')
  expect((await refusal(other.customers.retrieve(mine.id))).code).toBe('resource_missing')
})

test('every answer carries its request id and version', async () => {
  const { headers } = await raw('/v1/customers', { headers: { 'stripe-version': '2026-10-28.endive' } })
  expect(headers.get('request-id')).toMatch(/^req_/)
  expect(headers.get('stripe-version')).toBe('2026-10-28.endive')
})

test('metadata is merged key by key, and emptied as a whole', async () => {
  const { id } = await customer(stripe, { metadata: { a: '1', b: '2' } })
  const merged = await stripe.customers.update(id, { metadata: { a: '', c: '3' } })
  expect(merged.metadata).toEqual({ b: '2', c: '3' })
  expect((await stripe.customers.update(id, { metadata: '' })).metadata).toEqual({})
})
