import { expect } from 'vitest'
import { rule } from '../harness/rule'

const fresh = (name: string) => `${name}-${Date.now()}-${Math.random()}`
const SECTION = 'api/idempotent_requests'

rule('the same key is answered byte for byte, and says so', SECTION, async ({ api }) => {
  const call = { method: 'POST', body: 'name=Ada', headers: { 'idempotency-key': fresh('replay') } }
  const first = await api('/v1/customers', call)
  const second = await api('/v1/customers', call)
  expect(second.text).toBe(first.text)
  expect(first.headers.get('idempotent-replayed')).toBeNull()
  expect(second.headers.get('idempotent-replayed')).toBe('true')
  expect(second.headers.get('original-request')).toBe(first.headers.get('request-id'))
  expect(second.headers.get('request-id')).not.toBe(first.headers.get('request-id'))
})

rule('the same key does the work once and tells of it once', SECTION, async ({ eventsOf, stripe }) => {
  const idempotencyKey = fresh('once')
  const email = `${idempotencyKey}@example.com`
  const [one, two] = [
    await stripe.customers.create({ email }, { idempotencyKey }),
    await stripe.customers.create({ email }, { idempotencyKey }),
  ]
  expect(two.id).toBe(one.id)
  expect((await stripe.customers.list({ email })).data).toHaveLength(1)
  expect((await eventsOf(one.id)).map((event) => event.type)).toEqual(['customer.created'])
})

rule('an old answer is given even when the object has changed since', SECTION, async ({ stripe }) => {
  const idempotencyKey = fresh('old')
  const { id } = await stripe.customers.create({ name: 'Ada' }, { idempotencyKey })
  await stripe.customers.update(id, { name: 'Grace' })
  expect((await stripe.customers.create({ name: 'Ada' }, { idempotencyKey })).name).toBe('Ada')
  expect(await stripe.customers.retrieve(id)).toMatchObject({ name: 'Grace' })
})

rule('a key is for the same parameters only', SECTION, async ({ refusal, stripe }) => {
  const idempotencyKey = fresh('mismatch')
  await stripe.customers.create({ name: 'Ada' }, { idempotencyKey })
  const error = await refusal(stripe.customers.create({ name: 'Grace' }, { idempotencyKey }))
  expect(error).toMatchObject({
    type: 'StripeIdempotencyError',
    rawType: 'idempotency_error',
    statusCode: 400,
    message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${idempotencyKey}' if you meant to execute a different request.`,
  })
})

rule('a key is for the same address only', SECTION, async ({ refusal, stripe }) => {
  const idempotencyKey = fresh('address')
  await stripe.customers.create({ name: 'Ada' }, { idempotencyKey })
  const error = await refusal(stripe.products.create({ name: 'Ada' }, { idempotencyKey }))
  expect(error).toMatchObject({ type: 'StripeIdempotencyError', statusCode: 400 })
})

rule('a mismatch leaves the first answer in place', SECTION, async ({ refusal, stripe }) => {
  const idempotencyKey = fresh('kept')
  const { id } = await stripe.customers.create({ name: 'Ada' }, { idempotencyKey })
  await refusal(stripe.customers.create({ name: 'Grace' }, { idempotencyKey }))
  expect((await stripe.customers.create({ name: 'Ada' }, { idempotencyKey })).id).toBe(id)
})

rule(
  'one of two simultaneous requests with one key runs, and the other is refused for now',
  SECTION,
  async ({ api, stripe }) => {
    const key = fresh('flight')
    const email = `${key}@example.com`
    const call = { method: 'POST', body: `email=${email}`, headers: { 'idempotency-key': key } }
    const answers = await Promise.all([api('/v1/customers', call), api('/v1/customers', call)])
    const statuses = answers.map((answer) => answer.status).sort()
    expect(statuses).toEqual([200, 409])
    const refused = answers.find((answer) => answer.status === 409)
    expect(refused?.body.error).toMatchObject({
      type: 'idempotency_error',
      code: 'idempotency_key_in_use',
      message: expect.stringMatching(
        /^There is currently another in-progress request using this Idempotent Key/,
      ),
    })
    expect((await stripe.customers.list({ email })).data).toHaveLength(1)
  },
)

rule('parameters that were refused are not remembered', SECTION, async ({ api }) => {
  const headers = { 'idempotency-key': fresh('refused') }
  const bad = await api('/v1/customers', { method: 'POST', body: 'name=Ada&nope=1', headers })
  expect(bad.status).toBe(400)
  const good = await api('/v1/customers', { method: 'POST', body: 'name=Ada', headers })
  expect(good.status).toBe(200)
  expect(good.headers.get('idempotent-replayed')).toBeNull()
})

rule('a declined card is remembered', SECTION, async ({ api, open, stripe }) => {
  const { id } = await open()
  const call = {
    method: 'POST',
    body: 'payment_method=pm_card_visa_chargeDeclined',
    headers: { 'idempotency-key': fresh('decline') },
  }
  const first = await api(`/v1/invoices/${id}/pay`, call)
  const second = await api(`/v1/invoices/${id}/pay`, call)
  expect([first.status, second.status]).toEqual([402, 402])
  expect(second.text).toBe(first.text)
  expect(second.headers.get('idempotent-replayed')).toBe('true')
  const charges = await stripe.charges.list({
    customer: String((await stripe.invoices.retrieve(id)).customer),
  })
  expect(charges.data).toHaveLength(1)
})

rule('a new key tries a declined card again', SECTION, async ({ open, refusal, stripe }) => {
  const { id, customer } = await open()
  const pay = () => stripe.invoices.pay(id, { payment_method: 'pm_card_visa_chargeDeclined' })
  await refusal(pay())
  await refusal(pay())
  expect((await stripe.charges.list({ customer: String(customer) })).data).toHaveLength(2)
})

rule(
  'a refusal is replayed even when the call would succeed by now',
  SECTION,
  async ({ api, draft, stripe }) => {
    const { id } = await draft()
    const call = { method: 'POST', headers: { 'idempotency-key': fresh('void') } }
    const first = await api(`/v1/invoices/${id}/void`, call)
    expect(first.status).toBe(400)
    await stripe.invoices.finalizeInvoice(id)
    const second = await api(`/v1/invoices/${id}/void`, call)
    expect([second.status, second.text]).toEqual([400, first.text])
    expect((await stripe.invoices.voidInvoice(id)).status).toBe('void')
  },
)

rule('keys of reading calls mean nothing', SECTION, async ({ api, customer }) => {
  const { id } = await customer()
  const headers = { 'idempotency-key': fresh('read') }
  expect((await api(`/v1/customers/${id}`, { headers })).status).toBe(200)
  expect((await api('/v1/customers?limit=1', { headers })).status).toBe(200)
  expect((await api('/v1/customers?limit=1', { headers })).headers.get('idempotent-replayed')).toBeNull()
})

rule('a key has 255 characters at most', SECTION, async ({ refusal, stripe }) => {
  const longest = fresh('long').padEnd(255, 'x')
  expect((await stripe.customers.create({ name: 'Ada' }, { idempotencyKey: longest })).name).toBe('Ada')
  const error = await refusal(stripe.customers.create({ name: 'Ada' }, { idempotencyKey: `${longest}x` }))
  expect(error.statusCode).toBe(400)
})

rule('an event names the key of the request behind it', SECTION, async ({ eventsOf, stripe }) => {
  const idempotencyKey = fresh('event')
  const { id, lastResponse } = await stripe.customers.create({ name: 'Ada' }, { idempotencyKey })
  const [event] = await eventsOf(id)
  expect(event?.request).toEqual({ id: lastResponse.requestId, idempotency_key: idempotencyKey })
})
