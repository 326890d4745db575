import { expect } from 'vitest'
import { rule } from '../harness/rule'
import { payNow } from './pay-now'

const CREATE = 'api/payment_intents/create'
const CONFIRM = 'api/payment_intents/confirm'
const AMOUNTS = 'currencies#minimum-and-maximum-charge-amounts'

rule('a new intent waits for a means of payment', CREATE, async ({ stripe, eventTypes }) => {
  const intent = await stripe.paymentIntents.create({ amount: 2000, currency: 'usd', metadata: { a: '1' } })
  expect(intent).toMatchObject({
    status: 'requires_payment_method',
    amount: 2000,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    automatic_payment_methods: { allow_redirects: 'always', enabled: true },
    capture_method: 'automatic_async',
    confirmation_method: 'automatic',
    customer: null,
    last_payment_error: null,
    latest_charge: null,
    metadata: { a: '1' },
    next_action: null,
    payment_method: null,
  })
  expect(intent.client_secret).toMatch(new RegExp(`^${intent.id}_secret_\\w+$`))
  expect(await eventTypes()).toEqual(['payment_intent.created'])
})

rule('an intent with a means of payment waits to be confirmed', CREATE, async ({ stripe }) => {
  const intent = await stripe.paymentIntents.create({
    amount: 2000,
    currency: 'usd',
    payment_method: 'pm_card_visa',
  })
  expect(intent.status).toBe('requires_confirmation')
  expect(intent.payment_method).toMatch(/^pm_/)
})

rule('payment_method_types is no parameter of creation any more', CREATE, async ({ api }) => {
  const body = 'amount=2000&currency=usd&payment_method_types[]=card'
  const { status, body: answer } = await api('/v1/payment_intents', { method: 'POST', body })
  expect(status).toBe(400)
  expect(answer.error).toMatchObject({ code: 'parameter_unknown', param: 'payment_method_types' })
})

rule('allowed types leave the ways to pay that fit the currency', CREATE, async ({ stripe }) => {
  const intent = await stripe.paymentIntents.create({
    amount: 2000,
    currency: 'usd',
    allowed_payment_method_types: ['card'],
  })
  expect(intent).toMatchObject({ allowed_payment_method_types: ['card'], payment_method_types: ['card'] })
})

rule(
  'an amount of nothing is refused, and a Setup Intent recommended',
  CREATE,
  async ({ stripe, refusal }) => {
    expect(await refusal(stripe.paymentIntents.create({ amount: 0, currency: 'usd' }))).toMatchObject({
      statusCode: 400,
      code: 'parameter_invalid_integer',
      param: 'amount',
      message:
        'The amount must be greater than or equal to the minimum charge amount allowed for your account and the currency set (https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts).  If you want to save a Payment Method for future use without an immediate payment, use a Setup Intent instead: https://docs.stripe.com/payments/setup-intents',
    })
  },
)

for (const [amount, currency, code, message] of [
  [49, 'usd', 'amount_too_small', 'Amount must be at least $0.50 usd'],
  [29, 'gbp', 'amount_too_small', 'Amount must be at least £0.30 gbp'],
  [49, 'jpy', 'amount_too_small', 'Amount must be at least ¥50 jpy'],
  [100_000_000, 'usd', 'amount_too_large', 'Amount must be no more than $999,999.99'],
] as const) {
  rule(`${amount} ${currency} is ${code}`, AMOUNTS, async ({ stripe, refusal }) => {
    const error = await refusal(stripe.paymentIntents.create({ amount, currency }))
    expect(error).toMatchObject({ statusCode: 400, code, message })
  })
}

rule('the smallest and the largest amount are taken', AMOUNTS, async ({ stripe }) => {
  for (const amount of [50, 99_999_999]) {
    expect((await stripe.paymentIntents.create({ amount, currency: 'usd' })).amount).toBe(amount)
  }
})

rule('confirmed at creation, a card pays at once', CREATE, async (world) => {
  const intent = await payNow(world)
  expect(intent).toMatchObject({ status: 'succeeded', amount_received: 2000, next_action: null })
  const charge = await world.stripe.charges.retrieve(String(intent.latest_charge))
  expect(charge).toMatchObject({
    amount: 2000,
    amount_captured: 2000,
    captured: true,
    paid: true,
    payment_intent: intent.id,
    status: 'succeeded',
    outcome: { network_status: 'approved_by_network', type: 'authorized' },
  })
  expect(await world.eventTypes()).toEqual([
    'payment_intent.created',
    'charge.succeeded',
    'payment_intent.succeeded',
  ])
})

rule('the description and metadata of an intent are copied onto its charge', CREATE, async (world) => {
  const { id: customer } = await world.customer()
  const intent = await payNow(world, {
    customer,
    description: 'Half a day',
    metadata: { order: '7' },
    receipt_email: 'ada@example.com',
    shipping: { name: 'Ada', address: { line1: '1 High Street', country: 'GB' } },
    statement_descriptor_suffix: 'HALF DAY',
  })
  expect(await world.stripe.charges.retrieve(String(intent.latest_charge))).toMatchObject({
    customer,
    description: 'Half a day',
    metadata: { order: '7' },
    receipt_email: 'ada@example.com',
    receipt_number: null,
    shipping: { name: 'Ada', address: { line1: '1 High Street', city: null } },
    statement_descriptor_suffix: 'HALF DAY',
  })
})

rule('a card that is attached to nobody pays once', CONFIRM, async (world) => {
  const { stripe, refusal } = world
  const { id } = await stripe.paymentMethods.create({ type: 'card', card: { token: 'tok_visa' } })
  await payNow(world, { payment_method: id })
  expect((await refusal(payNow(world, { payment_method: id }))).message).toContain('may not be used again')
})

rule('setup_future_usage attaches the card to its customer', CREATE, async (world) => {
  const { id: customer } = await world.customer()
  const intent = await payNow(world, { customer, setup_future_usage: 'off_session' })
  const method = await world.stripe.paymentMethods.retrieve(String(intent.payment_method))
  expect(method.customer).toBe(customer)
  expect(await world.eventTypes()).toContain('payment_method.attached')
  expect((await payNow(world, { customer, payment_method: method.id, off_session: true })).status).toBe(
    'succeeded',
  )
})
