import { expect } from 'vitest'
import { rule } from '../harness/rule'
import { NO_REDIRECTS, payNow } from './pay-now'

const CONFIRM = 'api/payment_intents/confirm'

rule('an intent without a means of payment cannot be confirmed', CONFIRM, async (world) => {
  const { stripe, refusal } = world
  const bare = await stripe.paymentIntents.create({
    amount: 2000,
    currency: 'usd',
    automatic_payment_methods: NO_REDIRECTS,
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
    automatic_payment_methods: NO_REDIRECTS,
  })
  expect((await refusal(stripe.paymentIntents.confirm(owned.id))).message).toBe(
    `You cannot confirm this PaymentIntent because it's missing a payment method. To confirm the PaymentIntent with ${customer}, specify a payment method attached to this customer along with the customer ID.`,
  )
})

rule('an intent is confirmed with the customer’s default payment method', CONFIRM, async (world) => {
  const { stripe } = world
  const { id: customer } = await world.customer()
  const { id } = await stripe.paymentMethods.attach('pm_card_visa', { customer })
  await stripe.customers.update(customer, { invoice_settings: { default_payment_method: id } })
  const intent = await stripe.paymentIntents.create({
    amount: 2000,
    currency: 'usd',
    customer,
    automatic_payment_methods: NO_REDIRECTS,
  })
  expect(await stripe.paymentIntents.confirm(intent.id)).toMatchObject({
    status: 'succeeded',
    payment_method: id,
  })
})

rule('a customer’s card does not pay for an intent without a customer', CONFIRM, async (world) => {
  const { stripe, refusal } = world
  const { id: customer } = await world.customer()
  const { id } = await stripe.paymentMethods.attach('pm_card_visa', { customer })
  const intent = await stripe.paymentIntents.create({
    amount: 600,
    currency: 'usd',
    automatic_payment_methods: NO_REDIRECTS,
  })
  expect(await refusal(stripe.paymentIntents.confirm(intent.id, { payment_method: id }))).toMatchObject({
    code: 'parameter_missing',
    param: 'source',
    message: `The \`payment_method\` parameter supplied ${id} belongs to the Customer ${customer}. Please include the Customer in the \`customer\` parameter on the PaymentIntent.`,
  })
})

rule('a customer’s card does not pay for another customer', CONFIRM, async (world) => {
  const { stripe, refusal } = world
  const { id } = await stripe.paymentMethods.attach('pm_card_visa', { customer: (await world.customer()).id })
  const { id: customer } = await world.customer()
  const intent = await stripe.paymentIntents.create({
    amount: 600,
    currency: 'usd',
    customer,
    automatic_payment_methods: NO_REDIRECTS,
  })
  const error = await refusal(stripe.paymentIntents.confirm(intent.id, { payment_method: id }))
  expect(error).toMatchObject({
    param: 'payment_method',
    message: `The PaymentMethod ${id} does not belong to the Customer you supplied ${customer}. Please use this PaymentMethod with the Customer that it belongs to instead.`,
  })
  expect(error.code).toBeUndefined()
  expect((await stripe.paymentIntents.retrieve(intent.id)).payment_method).toBeNull()
})

rule('an intent that succeeded is not confirmed again', CONFIRM, async (world) => {
  const { id } = await payNow(world)
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
    const intent = await payNow(world, { capture_method: 'manual' })
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
    const { id } = await payNow(world, { capture_method: 'manual' })
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
  const { id } = await payNow(world, { capture_method: 'manual' })
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

rule(
  'an intent that holds nothing cannot be captured',
  'api/payment_intents/capture',
  async ({ stripe, refusal }) => {
    const { id } = await stripe.paymentIntents.create({ amount: 2000, currency: 'usd' })
    expect((await refusal(stripe.paymentIntents.capture(id))).message).toBe(
      'This PaymentIntent could not be captured because it has a status of requires_payment_method. Only a PaymentIntent with one of the following statuses may be captured: requires_capture.',
    )
  },
)
