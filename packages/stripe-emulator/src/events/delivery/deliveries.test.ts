import { afterEach, beforeEach, expect, test } from 'vitest'
import { memoryStore } from '../../state/store/store'
import { draft } from '../../testing/bill'
import { type Receiver, receiver } from '../../testing/receiver'
import { clientOf, type Started, start } from '../../testing/start'

let hook: Receiver
beforeEach(async () => {
  hook = await receiver()
})
afterEach(() => hook.close())

async function listening(enabled_events: ['*'] | ['invoice.paid', 'customer.created'], options = {}) {
  const started = await start(options)
  const endpoint = await started.stripe.webhookEndpoints.create({ url: hook.url, enabled_events })
  return { ...started, endpoint }
}

/** Attempts what is due until nothing waits any more; the retry delays of these tests are a few milliseconds. */
async function drained({ emulator }: Pick<Started, 'emulator'>) {
  await expect
    .poll(async () => {
      await emulator.settled()
      return emulator.admin.deliveries().filter((delivery) => delivery.state === 'pending').length
    })
    .toBe(0)
}

test('an event arrives signed over its exact bytes', async () => {
  const { stripe, emulator, endpoint } = await listening(['*'])
  expect(endpoint.secret).toMatch(/^whsec_/)
  expect(await stripe.webhookEndpoints.retrieve(endpoint.id)).not.toHaveProperty('secret')
  const customer = await stripe.customers.create({ name: 'Zoë ✓' })
  await emulator.settled()
  const [delivery] = hook.received
  const event = stripe.webhooks.constructEvent(
    delivery?.body ?? '',
    delivery?.signature ?? '',
    endpoint.secret ?? '',
  )
  expect(event).toMatchObject({
    type: 'customer.created',
    pending_webhooks: 1,
    data: { object: { id: customer.id } },
  })
  const tampered = `${delivery?.body} `
  expect(() =>
    stripe.webhooks.constructEvent(tampered, delivery?.signature ?? '', endpoint.secret ?? ''),
  ).toThrow(/signature/i)
  expect((await stripe.events.retrieve(event.id)).pending_webhooks).toBe(0)
})

test('an endpoint receives only the events it asked for', async () => {
  const { stripe, emulator } = await listening(['invoice.paid', 'customer.created'])
  const { id } = await draft(stripe)
  await stripe.invoices.pay(id, { paid_out_of_band: true })
  await emulator.settled()
  expect(hook.received.map((each) => each.type).sort()).toEqual(['customer.created', 'invoice.paid'])
})

test('a delivery that fails is tried again, signed anew, until it is taken', async () => {
  const started = await listening(['*'])
  hook.answerWith(500, 404)
  await started.stripe.customers.create({ name: 'Ada' })
  await drained(started)
  expect(hook.received.map((each) => each.body)).toHaveLength(3)
  expect(new Set(hook.received.map((each) => each.body)).size).toBe(1)
  expect(started.emulator.admin.deliveries()).toMatchObject([
    { state: 'delivered', attempts: 3, lastStatus: 200 },
  ])
})

test('when the retries run out it has failed, and can be sent by hand', async () => {
  const started = await listening(['*'])
  hook.answerWith(500, 500, 302)
  await started.stripe.customers.create({ name: 'Ada' })
  await drained(started)
  const [failed] = started.emulator.admin.deliveries()
  expect(failed).toMatchObject({ state: 'failed', attempts: 3, lastStatus: 302 })
  const undelivered = await started.stripe.events.list({ delivery_success: false })
  expect(undelivered.data.map((event) => event.type)).toEqual(['customer.created'])
  await started.emulator.admin.deliverNow(failed?.id ?? '')
  expect(started.emulator.admin.deliveries()).toMatchObject([{ state: 'delivered' }])
})

test('the next process sends the deliveries that the last one left pending', async () => {
  const store = memoryStore()
  const { stripe, emulator } = await listening(['*'], { store, retryDelaysMs: [1] })
  hook.answerWith(500)
  await stripe.customers.create({ name: 'Ada' })
  await emulator.settled()
  await emulator.close()
  const next = await start({ store, retryDelaysMs: [1] })
  await drained(next)
  expect(next.emulator.admin.deliveries()).toMatchObject([{ state: 'delivered', attempts: 2 }])
})

test('an endpoint that moved gets its retries at the new address, and a deleted one gets none', async () => {
  const { stripe, emulator, endpoint } = await listening(['*'], { retryDelaysMs: [60_000, 60_000] })
  const retryNow = async () => {
    await emulator.settled()
    await emulator.admin.deliverNow(emulator.admin.deliveries()[0]?.id ?? '')
    return emulator.admin.deliveries()[0]
  }
  hook.answerWith(500)
  await stripe.customers.create({ name: 'Ada' })
  await emulator.settled()
  await stripe.webhookEndpoints.update(endpoint.id, { url: `${hook.url}/moved` })
  expect(await retryNow()).toMatchObject({ state: 'delivered', attempts: 2 })
  expect(hook.received.map((each) => each.path)).toEqual(['/hook', '/hook/moved'])
  hook.answerWith(500)
  await stripe.customers.create({ name: 'Bob' })
  await emulator.settled()
  await stripe.webhookEndpoints.del(endpoint.id)
  expect(await retryNow()).toMatchObject({ state: 'dropped', attempts: 1 })
})

test('a disabled endpoint receives nothing', async () => {
  const { stripe, emulator, endpoint } = await listening(['*'])
  await stripe.webhookEndpoints.update(endpoint.id, { disabled: true })
  await stripe.customers.create({ name: 'Ada' })
  await emulator.settled()
  expect(hook.received).toEqual([])
})

test('connected accounts reach the endpoints of their platform that ask for them', async () => {
  const { stripe, emulator } = await start()
  await stripe.webhookEndpoints.create({ url: hook.url, enabled_events: ['customer.created'], connect: true })
  const account = await stripe.accounts.create({ country: 'DE' })
  await stripe.customers.create({ name: 'Mine' })
  await stripe.customers.create({ name: 'Theirs' }, { stripeAccount: account.id })
  await emulator.settled()
  expect(hook.received).toMatchObject([{ type: 'customer.created', account: account.id }])
})

test('webhooks_delivered_at waits for the endpoints', async () => {
  const { stripe, emulator } = await listening(['*'])
  const { id, webhooks_delivered_at } = await draft(stripe, [])
  expect(webhooks_delivered_at).toBeNull()
  await emulator.settled()
  expect((await stripe.invoices.retrieve(id)).webhooks_delivered_at).not.toBeNull()
  const quiet = clientOf(emulator, {}, 'sk_test_quiet')
  const invoice = await draft(quiet, [])
  expect(invoice.webhooks_delivered_at).toBe(invoice.created)
})

test('deliveries are duplicated, dropped and delayed on order', async () => {
  const started = await listening(['*'])
  const { stripe, emulator } = started
  const faulty = async (kind: 'duplicate' | 'drop' | 'delay') => {
    hook.received.length = 0
    emulator.admin.orderFault({ kind, times: 1, delayMs: 5 })
    await stripe.customers.create({ name: 'Ada' })
    await drained(started)
    return hook.received.map((each) => each.type)
  }
  expect(await faulty('duplicate')).toEqual(['customer.created', 'customer.created'])
  expect(await faulty('drop')).toEqual([])
  expect(await faulty('delay')).toEqual(['customer.created'])
  expect(emulator.admin.faults()).toEqual([])
})
