import { expect, test } from 'vitest'
import { customer, draft } from '../testing/bill'
import { KEY, refusal, start } from '../testing/start'

async function post(emulator: Awaited<ReturnType<typeof start>>['emulator'], key: string, body: string) {
  const headers = {
    authorization: `Bearer ${KEY}`,
    'idempotency-key': key,
    'content-type': 'application/x-www-form-urlencoded',
  }
  const response = await emulator.fetch(
    new Request('http://localhost/v1/customers', { method: 'POST', body, headers }),
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

test('two requests at once with one key do the work once', async () => {
  const { stripe } = await start()
  const both = await Promise.allSettled([
    stripe.customers.create({ name: 'Ada' }, { idempotencyKey: 'k1' }),
    stripe.customers.create({ name: 'Ada' }, { idempotencyKey: 'k1' }),
  ])
  const refused = both.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
  expect(refused).toMatchObject([{ statusCode: 409, code: 'idempotency_key_in_use' }])
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
  expect((await stripe.customers.create({ name: 'Eve' }, options)).name).toBe('Eve')
})

test('a GET takes no key', async () => {
  const { stripe } = await start()
  const { id } = await customer(stripe)
  const options = { idempotencyKey: 'k1' }
  expect((await stripe.customers.retrieve(id, {}, options)).id).toBe(id)
  expect((await stripe.customers.create({ name: 'Ada' }, options)).name).toBe('Ada')
})
