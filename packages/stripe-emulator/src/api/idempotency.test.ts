import { expect, test } from 'vitest'
import { customer, draft } from '../testing/bill'
import { clientOf, KEY, refusal, start } from '../testing/start'

async function post(
  emulator: Awaited<ReturnType<typeof start>>['emulator'],
  key: string,
  body: string,
  path = '/v1/customers',
) {
  const headers = {
    authorization: `Bearer ${KEY}`,
    'idempotency-key': key,
    'content-type': 'application/x-www-form-urlencoded',
  }
  const response = await emulator.fetch(
    new Request(`http://localhost${path}`, { method: 'POST', body, headers }),
  )
  return { status: response.status, headers: response.headers, text: await response.text() }
}

test('a second request with the same key is answered byte for byte, and does nothing', async () => {
  const { emulator, stripe } = await start()
  const first = await post(emulator, 'k1', 'name=Ada')
  const second = await post(emulator, 'k1', 'name=Ada')
  expect(second.text).toBe(first.text)
  expect(second.headers.get('idempotent-replayed')).toBe('true')
  expect(second.headers.get('original-request')).toBe(first.headers.get('request-id'))
  expect(second.headers.get('idempotency-key')).toBe('k1')
  expect((await stripe.customers.list()).data).toHaveLength(1)
})

test('the same key with other parameters is refused', async () => {
  const { stripe } = await start()
  await stripe.customers.create({ name: 'Ada' }, { idempotencyKey: 'k1' })
  const error = await refusal(stripe.customers.create({ name: 'Bob' }, { idempotencyKey: 'k1' }))
  expect(error.rawType).toBe('idempotency_error')
  expect(error.message).toBe(
    "Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than 'k1' if you meant to execute a different request.",
  )
})

test('the same parameters are the same in any order and spelling', async () => {
  const { emulator } = await start()
  const first = await post(emulator, 'k1', 'name=Ada&preferred_locales[0]=de&metadata[b]=2&metadata[a]=1')
  const spellings = ['metadata%5Ba%5D=1&metadata[b]=2&preferred_locales[]=de&name=%41da']
  for (const body of spellings) expect((await post(emulator, 'k1', body)).text).toBe(first.text)
  expect(
    (await post(emulator, 'k1', 'name=Ada&preferred_locales[0]=de&metadata[b]=1&metadata[a]=2')).status,
  ).toBe(400)
})

test('the same key at another endpoint is refused', async () => {
  const { emulator } = await start()
  await post(emulator, 'k1', 'name=Ada')
  const { status, text } = await post(emulator, 'k1', 'name=Ada', '/v1/products')
  expect(status).toBe(400)
  expect(JSON.parse(text).error).toEqual({
    type: 'idempotency_error',
    message:
      "Keys for idempotent requests can only be used for the same endpoint they were first used for ('/v1/products' vs '/v1/customers'). Try using a key other than 'k1' if you meant to execute a different request.",
  })
})

test('an answer is replayed byte for byte when many came after it', async () => {
  const { emulator } = await start()
  const first = await post(
    emulator,
    'k',
    'name=Zoë \u2028 🧾&metadata[10]=a&metadata[2]=b&metadata[__proto__]=c',
  )
  for (let n = 0; n < 1200; n++) await post(emulator, `k${n}`, 'name=Ada')
  const again = await post(
    emulator,
    'k',
    'name=Zoë \u2028 🧾&metadata[10]=a&metadata[2]=b&metadata[__proto__]=c',
  )
  expect(again.headers.get('idempotent-replayed')).toBe('true')
  expect(again.text).toBe(first.text)
})

test('a key in use is a conflict that the SDK tries again, and no misuse', async () => {
  const { emulator } = await start()
  const patient = clientOf(emulator, { maxNetworkRetries: 1 })
  const both = await Promise.all([
    patient.customers.create({ name: 'Ada' }, { idempotencyKey: 'k1' }),
    patient.customers.create({ name: 'Ada' }, { idempotencyKey: 'k1' }),
  ])
  expect(both[0].id).toBe(both[1].id)
})

test('two requests at once with one key do the work once', async () => {
  const { stripe } = await start()
  const both = await Promise.allSettled([
    stripe.customers.create({ name: 'Ada' }, { idempotencyKey: 'k1' }),
    stripe.customers.create({ name: 'Ada' }, { idempotencyKey: 'k1' }),
  ])
  const refused = both.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
  expect(refused).toMatchObject([{ type: 'StripeAPIError', statusCode: 409, code: 'idempotency_key_in_use' }])
  expect((await stripe.customers.list()).data).toHaveLength(1)
})

test('a refused parameter is not kept, so the key may be used again', async () => {
  const { emulator } = await start()
  expect((await post(emulator, 'k1', 'nope=1')).status).toBe(400)
  expect((await post(emulator, 'k1', 'name=Ada')).status).toBe(200)
})

test('a refusal of the work itself is kept', async () => {
  const { stripe } = await start()
  const invoice = await draft(stripe)
  const voided = () => refusal(stripe.invoices.voidInvoice(invoice.id, {}, { idempotencyKey: 'k1' }))
  expect((await voided()).statusCode).toBe(400)
  await stripe.invoices.finalizeInvoice(invoice.id)
  const again = await voided()
  expect(again.statusCode).toBe(400)
  expect(again.headers?.['idempotent-replayed']).toBe('true')
})

test('a decline is kept: paying again needs a new key', async () => {
  const { stripe } = await start()
  const { id } = await draft(stripe)
  const pay = (method: string, key: string) =>
    stripe.invoices.pay(id, { payment_method: method }, { idempotencyKey: key })
  expect((await refusal(pay('pm_card_visa_chargeDeclined', 'k1'))).statusCode).toBe(402)
  expect((await refusal(pay('pm_card_visa_chargeDeclined', 'k1'))).statusCode).toBe(402)
  expect((await stripe.charges.list()).data).toHaveLength(1)
  expect((await pay('pm_card_visa', 'k2')).status).toBe('paid')
})

test('a key is forgotten after a day, and belongs to one account', async () => {
  const clock = { now: 1_800_000_000 }
  const { stripe } = await start({ now: () => clock.now })
  const account = await stripe.accounts.create({ country: 'US' })
  const options = { idempotencyKey: 'k1' }
  const first = await stripe.customers.create({ name: 'Ada' }, options)
  const there = await stripe.customers.create({ name: 'Bob' }, { ...options, stripeAccount: account.id })
  expect(there.id).not.toBe(first.id)
  clock.now += 86_400
  const eve = await stripe.customers.create({ name: 'Eve' }, options)
  expect(eve.name).toBe('Eve')
  clock.now += 86_399
  expect((await stripe.customers.create({ name: 'Eve' }, options)).id).toBe(eve.id)
})

test('a GET and a DELETE take no key', async () => {
  const { stripe } = await start()
  const [{ id }, other] = [await customer(stripe), await customer(stripe)]
  const options = { idempotencyKey: 'k1' }
  expect((await stripe.customers.retrieve(id, {}, options)).id).toBe(id)
  expect((await stripe.customers.del(id, {}, options)).id).toBe(id)
  expect((await stripe.customers.del(other.id, {}, options)).id).toBe(other.id)
  expect((await stripe.customers.create({ name: 'Ada' }, options)).name).toBe('Ada')
})
