import { expect } from 'vitest'
import { rule } from '../harness/rule'
import { payNow } from './pay-now'

const EDITABLE = 'requires_payment_method, requires_confirmation, requires_action.'

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
  const { id } = await payNow(world, { capture_method: 'manual' })
  const canceled = await world.stripe.paymentIntents.cancel(id)
  expect(canceled).toMatchObject({ status: 'canceled', amount_capturable: 0, cancellation_reason: null })
})

rule(
  'the amount is fixed once the money has moved; metadata never is',
  'api/payment_intents/update',
  async (world) => {
    const { stripe, refusal } = world
    const { id } = await payNow(world)
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

rule('the customer of an intent cannot be changed', 'api/payment_intents/update', async (world) => {
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
    const { id } = await payNow(world)
    const intent = await world.stripe.paymentIntents.retrieve(id, {
      expand: ['latest_charge.balance_transaction'],
    })
    expect(intent.latest_charge).toMatchObject({
      object: 'charge',
      balance_transaction: { object: 'balance_transaction', amount: 2000 },
    })
  },
)
