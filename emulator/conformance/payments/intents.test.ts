import type Stripe from 'stripe'
import { expect } from 'vitest'
import { rule } from '../rule'
import type { World } from '../world'

const CREATE = 'api/payment_intents/create'
const CONFIRM = 'api/payment_intents/confirm'
const AMOUNTS = 'currencies#minimum-and-maximum-charge-amounts'
const EDITABLE = 'requires_payment_method, requires_confirmation, requires_action.'

const NEVER = { enabled: true, allow_redirects: 'never' } as const

/** An intent that was paid by a card, at once. */
function paid(world: World, more: Partial<Stripe.PaymentIntentCreateParams> = {}) {
  return world.stripe.paymentIntents.create({
    amount: 2000,
    currency: 'usd',
    payment_method: 'pm_card_visa',
    confirm: true,
    automatic_payment_methods: NEVER,
    ...more,
  })
}

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

rule('with a means of payment it waits to be confirmed', CREATE, async ({ stripe }) => {
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
  const intent = await paid(world)
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

rule('what an intent says of itself goes onto its charge', CREATE, async (world) => {
  const { id: customer } = await world.customer()
  const intent = await paid(world, {
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

rule('a card that nobody keeps pays once', CONFIRM, async (world) => {
  const { stripe, refusal } = world
  const { id } = await stripe.paymentMethods.create({ type: 'card', card: { token: 'tok_visa' } })
  await paid(world, { payment_method: id })
  expect((await refusal(paid(world, { payment_method: id }))).message).toContain('may not be used again')
})

rule('setup_future_usage attaches the card to its customer', CREATE, async (world) => {
  const { id: customer } = await world.customer()
  const intent = await paid(world, { customer, setup_future_usage: 'off_session' })
  const method = await world.stripe.paymentMethods.retrieve(String(intent.payment_method))
  expect(method.customer).toBe(customer)
  expect(await world.eventTypes()).toContain('payment_method.attached')
  expect((await paid(world, { customer, payment_method: method.id, off_session: true })).status).toBe(
    'succeeded',
  )
})

rule('without a means of payment there is nothing to confirm', CONFIRM, async (world) => {
  const { stripe, refusal } = world
  const bare = await stripe.paymentIntents.create({
    amount: 2000,
    currency: 'usd',
    automatic_payment_methods: NEVER,
  })
  const error = await refusal(stripe.paymentIntents.confirm(bare.id))
  expect(error).toMatchObject({
    statusCode: 400,
    code: 'payment_intent_unexpected_state',
    message:
      "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.",
  })
  expect(error.payment_intent?.id).toBe(bare.id)
  const { id: customer } = await world.customer()
  const owned = await stripe.paymentIntents.create({
    amount: 2000,
    currency: 'usd',
    customer,
    automatic_payment_methods: NEVER,
  })
  expect((await refusal(stripe.paymentIntents.confirm(owned.id))).message).toBe(
    `You cannot confirm this PaymentIntent because it's missing a payment method. To confirm the PaymentIntent with ${customer}, specify a payment method attached to this customer along with the customer ID.`,
  )
})

rule('what a customer usually pays with will do', CONFIRM, async (world) => {
  const { stripe } = world
  const { id: customer } = await world.customer()
  const { id } = await stripe.paymentMethods.attach('pm_card_visa', { customer })
  await stripe.customers.update(customer, { invoice_settings: { default_payment_method: id } })
  const intent = await stripe.paymentIntents.create({
    amount: 2000,
    currency: 'usd',
    customer,
    automatic_payment_methods: NEVER,
  })
  expect(await stripe.paymentIntents.confirm(intent.id)).toMatchObject({
    status: 'succeeded',
    payment_method: id,
  })
})

rule('somebody’s card does not pay for nobody', CONFIRM, async (world) => {
  const { stripe, refusal } = world
  const { id: customer } = await world.customer()
  const { id } = await stripe.paymentMethods.attach('pm_card_visa', { customer })
  const intent = await stripe.paymentIntents.create({
    amount: 600,
    currency: 'usd',
    automatic_payment_methods: NEVER,
  })
  expect(await refusal(stripe.paymentIntents.confirm(intent.id, { payment_method: id }))).toMatchObject({
    code: 'parameter_missing',
    param: 'source',
    message: `The \`payment_method\` parameter supplied ${id} belongs to the Customer ${customer}. Please include the Customer in the \`customer\` parameter on the PaymentIntent.`,
  })
})

rule('somebody’s card does not pay for somebody else', CONFIRM, async (world) => {
  const { stripe, refusal } = world
  const { id } = await stripe.paymentMethods.attach('pm_card_visa', { customer: (await world.customer()).id })
  const { id: customer } = await world.customer()
  const intent = await stripe.paymentIntents.create({
    amount: 600,
    currency: 'usd',
    customer,
    automatic_payment_methods: NEVER,
  })
  const error = await refusal(stripe.paymentIntents.confirm(intent.id, { payment_method: id }))
  expect(error).toMatchObject({
    param: 'payment_method',
    message: `The PaymentMethod ${id} does not belong to the Customer you supplied ${customer}. Please use this PaymentMethod with the Customer that it belongs to instead.`,
  })
  expect(error.code).toBeUndefined()
  expect((await stripe.paymentIntents.retrieve(intent.id)).payment_method).toBeNull()
})

rule('what succeeded is not confirmed again', CONFIRM, async (world) => {
  const { id } = await paid(world)
  expect(await world.refusal(world.stripe.paymentIntents.confirm(id))).toMatchObject({
    code: 'payment_intent_unexpected_state',
    message:
      'You cannot confirm this PaymentIntent because it has already succeeded after being previously confirmed.',
  })
})

rule(
  'held money is there to be captured, within seven days',
  'payments/place-a-hold-on-a-payment-method',
  async (world) => {
    const intent = await paid(world, { capture_method: 'manual' })
    expect(intent).toMatchObject({ status: 'requires_capture', amount_capturable: 2000, amount_received: 0 })
    const held = await world.stripe.charges.retrieve(String(intent.latest_charge))
    expect(held).toMatchObject({
      amount_captured: 0,
      captured: false,
      paid: true,
      status: 'succeeded',
      balance_transaction: null,
    })
    const { capture_before: before } = held.payment_method_details?.card ?? {}
    expect(before).toBe(held.created + 7 * 86_400)
    expect(await world.eventTypes()).toEqual([
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.amount_capturable_updated',
    ])
  },
)

rule(
  'a part of what was held may be captured; the rest is let go',
  'api/payment_intents/capture',
  async (world) => {
    const { id } = await paid(world, { capture_method: 'manual' })
    const done = await world.stripe.paymentIntents.capture(id, {
      amount_to_capture: 1500,
      metadata: { a: '1' },
    })
    expect(done).toMatchObject({
      status: 'succeeded',
      amount_capturable: 0,
      amount_received: 1500,
      metadata: { a: '1' },
    })
    const charge = await world.stripe.charges.retrieve(String(done.latest_charge))
    expect(charge).toMatchObject({ amount: 2000, amount_captured: 1500, captured: true })
    expect((await world.eventTypes()).slice(-2)).toEqual(['charge.captured', 'payment_intent.succeeded'])
  },
)

rule('no more is captured than is held, and nothing twice', 'api/payment_intents/capture', async (world) => {
  const { stripe, refusal } = world
  const { id } = await paid(world, { capture_method: 'manual' })
  expect(await refusal(stripe.paymentIntents.capture(id, { amount_to_capture: 2001 }))).toMatchObject({
    code: 'amount_too_large',
    message:
      'The payment could not be captured because the requested capture amount is greater than the amount you can capture for this charge. Contact us via https://support.stripe.com/contact/ for help.',
  })
  await stripe.paymentIntents.capture(id)
  expect(await refusal(stripe.paymentIntents.capture(id))).toMatchObject({
    code: 'payment_intent_unexpected_state',
    message:
      'The remaining amount on this PaymentIntent could not be captured because the remainder of the authorized amount has been released.',
  })
})

rule('what holds nothing cannot be captured', 'api/payment_intents/capture', async ({ stripe, refusal }) => {
  const { id } = await stripe.paymentIntents.create({ amount: 2000, currency: 'usd' })
  expect((await refusal(stripe.paymentIntents.capture(id))).message).toBe(
    'This PaymentIntent could not be captured because it has a status of requires_payment_method. Only a PaymentIntent with one of the following statuses may be captured: requires_capture.',
  )
})

rule('canceling says why, and happens once', 'api/payment_intents/cancel', async (world) => {
  const { stripe, refusal, eventTypes } = world
  const { id } = await stripe.paymentIntents.create({ amount: 2000, currency: 'usd' })
  const canceled = await stripe.paymentIntents.cancel(id, { cancellation_reason: 'abandoned' })
  expect(canceled).toMatchObject({ status: 'canceled', cancellation_reason: 'abandoned' })
  expect(canceled.canceled_at).not.toBeNull()
  expect(await eventTypes()).toEqual(['payment_intent.created', 'payment_intent.canceled'])
  expect(await refusal(stripe.paymentIntents.cancel(id))).toMatchObject({
    code: 'payment_intent_unexpected_state',
    message:
      'You cannot cancel this PaymentIntent because it has a status of canceled. Only a PaymentIntent with one of the following statuses may be canceled: requires_payment_method, requires_capture, requires_reauthorization, requires_confirmation, requires_action, expired, processing.',
  })
})

rule('canceling lets held money go', 'api/payment_intents/cancel', async (world) => {
  const { id } = await paid(world, { capture_method: 'manual' })
  const canceled = await world.stripe.paymentIntents.cancel(id)
  expect(canceled).toMatchObject({ status: 'canceled', amount_capturable: 0, cancellation_reason: null })
})

rule(
  'the amount is fixed once the money has moved; metadata never is',
  'api/payment_intents/update',
  async (world) => {
    const { stripe, refusal } = world
    const { id } = await paid(world)
    expect(await refusal(stripe.paymentIntents.update(id, { amount: 3000 }))).toMatchObject({
      code: 'payment_intent_unexpected_state',
      param: 'amount',
      message: `This PaymentIntent's amount could not be updated because it has a status of succeeded. You may only update the amount of a PaymentIntent with one of the following statuses: ${EDITABLE}`,
    })
    expect(
      await stripe.paymentIntents.update(id, { metadata: { a: '1' }, description: 'after' }),
    ).toMatchObject({
      metadata: { a: '1' },
      description: 'after',
    })
  },
)

rule('a customer once set stays', 'api/payment_intents/update', async (world) => {
  const { stripe, refusal } = world
  const { id: customer } = await world.customer()
  const { id } = await stripe.paymentIntents.create({ amount: 2000, currency: 'usd' })
  expect((await stripe.paymentIntents.update(id, { customer })).customer).toBe(customer)
  const other = await world.customer()
  expect((await refusal(stripe.paymentIntents.update(id, { customer: other.id }))).message).toBe(
    'You cannot modify `customer` on a PaymentIntent once it already has been set. To fulfill a payment with a different Customer, cancel this PaymentIntent and create a new one.',
  )
})

rule('intents are listed by customer, newest first', 'api/payment_intents/list', async (world) => {
  const { stripe } = world
  const { id: customer } = await world.customer()
  for (const amount of [1100, 2200]) await stripe.paymentIntents.create({ amount, currency: 'usd', customer })
  await stripe.paymentIntents.create({ amount: 3300, currency: 'usd' })
  const listed = await stripe.paymentIntents.list({ customer })
  expect(listed.data.map((each) => each.amount)).toEqual([2200, 1100])
})

rule(
  'an unknown intent is missing under the name of its path',
  'api/payment_intents/retrieve',
  async (world) => {
    expect(await world.refusal(world.stripe.paymentIntents.retrieve('pi_nope'))).toMatchObject({
      statusCode: 404,
      message: "No such payment_intent: 'pi_nope'",
      param: 'intent',
    })
  },
)

rule(
  'the latest charge is expanded, and its balance transaction in it',
  'api/expanding_objects',
  async (world) => {
    const { id } = await paid(world)
    const intent = await world.stripe.paymentIntents.retrieve(id, {
      expand: ['latest_charge.balance_transaction'],
    })
    expect(intent.latest_charge).toMatchObject({
      object: 'charge',
      balance_transaction: { object: 'balance_transaction', amount: 2000 },
    })
  },
)
