import type Stripe from 'stripe'
import { expect } from 'vitest'
import { rule } from '../harness/rule'
import type { World } from '../harness/world'
import { payNow } from './pay-now'

async function charge(
  world: World,
  more: Partial<Stripe.PaymentIntentCreateParams> = {},
): Promise<Stripe.Charge> {
  const intent = await payNow(world, more)
  return world.stripe.charges.retrieve(String(intent.latest_charge))
}

rule('a charge shows its card as the bank saw it', 'api/charges/object', async (world) => {
  expect((await charge(world)).payment_method_details).toMatchObject({
    type: 'card',
    card: {
      amount_authorized: 2000,
      brand: 'visa',
      checks: { cvc_check: 'pass' },
      country: 'US',
      funding: 'credit',
      last4: '4242',
      network: 'visa',
      three_d_secure: null,
    },
  })
})

rule(
  'a charge has a receipt to look at, and no number before one was sent',
  'api/charges/object',
  async (world) => {
    const { receipt_number, receipt_url } = await charge(world)
    expect(receipt_number).toBeNull()
    expect(receipt_url).toMatch(/^https?:.*receipts/)
  },
)

rule('refunds of a charge are there when asked for', 'api/expanding_objects', async (world) => {
  const { stripe } = world
  const { id } = await charge(world)
  expect(await stripe.charges.retrieve(id)).not.toHaveProperty('refunds')
  const { id: refund } = await stripe.refunds.create({ charge: id, amount: 500 })
  const expanded = await stripe.charges.retrieve(id, { expand: ['refunds'] })
  expect(expanded.refunds).toMatchObject({
    object: 'list',
    has_more: false,
    data: [{ id: refund, amount: 500 }],
  })
})

rule(
  'the fields of a charge that may change are updated, with an event',
  'api/charges/update',
  async (world) => {
    const { id } = await charge(world)
    const changed = await world.stripe.charges.update(id, {
      description: 'Half a day',
      fraud_details: { user_report: 'safe' },
      metadata: { order: '7' },
      receipt_email: 'ada@example.com',
      shipping: { name: 'Ada', address: { city: 'London' } },
    })
    expect(changed).toMatchObject({
      description: 'Half a day',
      fraud_details: { user_report: 'safe' },
      metadata: { order: '7' },
      receipt_email: 'ada@example.com',
      shipping: { name: 'Ada', address: { city: 'London', line1: null } },
    })
    const event = (await world.eventsOf(id)).at(-1)
    expect(event?.type).toBe('charge.updated')
    expect(event?.data.previous_attributes).toMatchObject({ description: null, metadata: { order: null } })
  },
)

rule('a transfer group is the intent’s to change', 'api/charges/update', async (world) => {
  const { id, payment_intent } = await charge(world)
  expect((await world.refusal(world.stripe.charges.update(id, { transfer_group: 'a' }))).message).toBe(
    `This Charge was created by a PaymentIntent (${payment_intent}). You must update the \`transfer_group\` on the PaymentIntent instead of updating the Charge directly.`,
  )
})

rule('charges are captured by their intents', 'api/charges/capture', async (world) => {
  const { stripe, refusal } = world
  const held = await charge(world, { capture_method: 'manual' })
  expect((await refusal(stripe.charges.capture(held.id))).message).toBe(
    `This uncaptured Charge was created by a PaymentIntent (${held.payment_intent}). You must capture the PaymentIntent instead. For more information, see https://stripe.com/docs/payments/place-a-hold-on-a-payment-method`,
  )
  const paid = await charge(world)
  expect(await refusal(stripe.charges.capture(paid.id))).toMatchObject({
    code: 'charge_already_captured',
    message: `Charge ${paid.id} has already been captured.`,
  })
})

rule('charges are listed by customer and by intent', 'api/charges/list', async (world) => {
  const { stripe } = world
  const { id: customer } = await world.customer()
  const first = await charge(world, { customer })
  const second = await charge(world)
  expect((await stripe.charges.list({ customer })).data.map((each) => each.id)).toEqual([first.id])
  const { data } = await stripe.charges.list({ payment_intent: String(second.payment_intent) })
  expect(data.map((each) => each.id)).toEqual([second.id])
  expect((await stripe.charges.list()).data.map((each) => each.id)).toEqual([second.id, first.id])
})

rule('an unknown charge is missing by its id', 'api/charges/retrieve', async ({ stripe, refusal }) => {
  expect(await refusal(stripe.charges.retrieve('ch_nope'))).toMatchObject({
    statusCode: 404,
    message: "No such charge: 'ch_nope'",
    param: 'id',
  })
})
