import type Stripe from 'stripe'
import { expect } from 'vitest'
import { rule } from '../harness/rule'
import type { World } from '../harness/world'
import { payNow } from '../payments/pay-now'

const CREATE = 'api/refunds/create'
const REFUNDS = 'refunds'
async function chargeOf(world: World, more: Partial<Stripe.PaymentIntentCreateParams> = {}): Promise<string> {
  return String((await payNow(world, more)).latest_charge)
}

rule('a charge is refunded in full when no amount is given', CREATE, async (world) => {
  const { id: customer } = await world.customer()
  const intent = await payNow(world, { customer })
  const charge = String(intent.latest_charge)
  expect(await world.stripe.refunds.create({ charge })).toMatchObject({
    amount: 2000,
    charge,
    currency: 'usd',
    customer,
    destination_details: { type: 'card', card: { type: 'refund' } },
    metadata: {},
    payment_intent: intent.id,
    payment_method: intent.payment_method,
    reason: null,
    receipt_number: null,
    status: 'succeeded',
  })
  expect(await world.stripe.charges.retrieve(charge)).toMatchObject({
    amount_refunded: 2000,
    refunded: true,
    status: 'succeeded',
  })
})

rule('an intent is refunded by its charge', CREATE, async (world) => {
  const { id, latest_charge } = await payNow(world)
  expect(await world.stripe.refunds.create({ payment_intent: id, amount: 500 })).toMatchObject({
    amount: 500,
    charge: latest_charge,
  })
  expect((await world.stripe.paymentIntents.retrieve(id)).status).toBe('succeeded')
})

rule('a charge is refunded in parts, until nothing is left', REFUNDS, async (world) => {
  const { stripe, refusal } = world
  const charge = await chargeOf(world)
  await stripe.refunds.create({ charge, amount: 500 })
  expect(await stripe.charges.retrieve(charge)).toMatchObject({ amount_refunded: 500, refunded: false })
  expect((await stripe.refunds.create({ charge })).amount).toBe(1500)
  expect(await stripe.charges.retrieve(charge)).toMatchObject({ amount_refunded: 2000, refunded: true })
  expect(await refusal(stripe.refunds.create({ charge }))).toMatchObject({
    statusCode: 400,
    code: 'charge_already_refunded',
    message: `Charge ${charge} has already been refunded.`,
  })
})

rule('no more is refunded than is left', CREATE, async (world) => {
  const charge = await chargeOf(world)
  await world.stripe.refunds.create({ charge, amount: 500 })
  const error = await world.refusal(world.stripe.refunds.create({ charge, amount: 1501 }))
  expect(error).toMatchObject({
    statusCode: 400,
    param: 'amount',
    message: 'Refund amount ($15.01) is greater than unrefunded amount on charge ($15.00)',
  })
  expect(error.code).toBeUndefined()
})

rule('the words of a refusal are in the money of the charge', CREATE, async (world) => {
  const charge = await chargeOf(world, { currency: 'eur', amount: 123_456 })
  const error = await world.refusal(world.stripe.refunds.create({ charge, amount: 123_457 }))
  expect(error.message).toMatch(/^Refund amount \(€1,?234\.57\) is greater than unrefunded amount on charge/)
})

rule('a refund of zero is refused', CREATE, async (world) => {
  const charge = await chargeOf(world)
  expect(await world.refusal(world.stripe.refunds.create({ charge, amount: 0 }))).toMatchObject({
    code: 'parameter_invalid_integer',
    param: 'amount',
    message: 'This value must be greater than or equal to 1.',
  })
})

rule('a reason is one of three', CREATE, async (world) => {
  const { stripe, api } = world
  const charge = await chargeOf(world)
  expect((await stripe.refunds.create({ charge, amount: 100, reason: 'duplicate' })).reason).toBe('duplicate')
  const body = `charge=${charge}&amount=100&reason=bored`
  const { body: answer } = await api('/v1/refunds', { method: 'POST', body })
  expect(answer.error).toMatchObject({
    message: 'Invalid reason: must be one of duplicate, fraudulent, or requested_by_customer',
    param: 'reason',
  })
})

rule('a refund needs a charge or an intent', CREATE, async ({ stripe, refusal }) => {
  expect((await refusal(stripe.refunds.create({ amount: 100 }))).message).toBe(
    'One of the following params should be provided for this request: payment_intent or charge.',
  )
  expect(await refusal(stripe.refunds.create({ charge: 'ch_nope' }))).toMatchObject({
    statusCode: 404,
    message: "No such charge: 'ch_nope'",
    param: 'id',
  })
})

rule('an unpaid intent cannot be refunded', CREATE, async (world) => {
  const { stripe, refusal } = world
  const { id } = await stripe.paymentIntents.create({ amount: 2000, currency: 'usd' })
  expect((await refusal(stripe.refunds.create({ payment_intent: id }))).message).toBe(
    `This PaymentIntent (${id}) does not have a successful charge to refund.`,
  )
})

rule('an uncaptured charge is canceled, not refunded', CREATE, async (world) => {
  const intent = await payNow(world, { capture_method: 'manual' })
  const call = world.stripe.refunds.create({ charge: String(intent.latest_charge) })
  expect((await world.refusal(call)).message).toBe(
    `This uncaptured Charge was created by a PaymentIntent (${intent.id}). You must cancel the PaymentIntent to reverse the authorization instead of refunding the Charge directly. For more information, see https://stripe.com/docs/payments/place-a-hold-on-a-payment-method`,
  )
})

rule('a refund emits events for its charge and for itself', REFUNDS, async (world) => {
  const charge = await chargeOf(world)
  const events = await world.eventsDuring(() => world.stripe.refunds.create({ charge, amount: 500 }))
  expect(events.map((event) => event.type).sort()).toEqual(['charge.refunded', 'refund.created'])
  const told = events.find((event) => event.type === 'charge.refunded')
  expect(told?.data.object).toMatchObject({ id: charge, amount_refunded: 500, refunded: false })
})

rule('only the metadata of a refund changes', 'api/refunds/update', async (world) => {
  const { stripe } = world
  const { id } = await stripe.refunds.create({ charge: await chargeOf(world), metadata: { a: '1' } })
  expect((await stripe.refunds.update(id, { metadata: { b: '2' } })).metadata).toEqual({ a: '1', b: '2' })
  const events = await world.eventsOf(id)
  expect(events.map((event) => event.type)).toContain('refund.updated')
})

rule('a refund that succeeded is not canceled', 'api/refunds/cancel', async (world) => {
  const { stripe, refusal } = world
  const { id } = await stripe.refunds.create({ charge: await chargeOf(world) })
  expect((await refusal(stripe.refunds.cancel(id))).message).toBe('Canceling this refund is unsupported.')
})

rule('refunds are listed by charge and by intent, and retrieved', 'api/refunds/list', async (world) => {
  const { stripe, refusal } = world
  const first = await payNow(world)
  const second = await payNow(world)
  const { id } = await stripe.refunds.create({ payment_intent: first.id, amount: 100 })
  await stripe.refunds.create({ payment_intent: second.id, amount: 100 })
  expect((await stripe.refunds.list({ payment_intent: first.id })).data.map((each) => each.id)).toEqual([id])
  expect((await stripe.refunds.list({ charge: String(first.latest_charge) })).data).toHaveLength(1)
  expect((await stripe.refunds.list()).data).toHaveLength(2)
  expect((await stripe.refunds.retrieve(id)).amount).toBe(100)
  expect(await refusal(stripe.refunds.retrieve('re_nope'))).toMatchObject({
    statusCode: 404,
    message: "No such refund: 're_nope'",
  })
})

rule('refunds to the pending test card settle later', 'testing#refunds', async (world) => {
  const charge = await chargeOf(world, { payment_method: 'pm_card_pendingRefund' })
  const refund = await world.stripe.refunds.create({ charge })
  expect(refund.status).toBe('pending')
})

rule('refunds to the failing test card succeed at first', 'testing#refunds', async (world) => {
  const charge = await chargeOf(world, { payment_method: 'pm_card_refundFail' })
  expect((await world.stripe.refunds.create({ charge })).status).toBe('succeeded')
})

rule(
  'a refund leaves the invoice it paid as it is',
  'invoicing/integration/programmatic-credit-notes',
  async (world) => {
    const invoice = await world.open()
    const paidInvoice = await world.stripe.invoices.pay(invoice.id, { payment_method: 'pm_card_visa' })
    const [payment] = (await world.stripe.invoicePayments.list({ invoice: invoice.id })).data
    const intent = String(payment?.payment.payment_intent)
    const events = await world.eventsDuring(() => world.stripe.refunds.create({ payment_intent: intent }))
    expect(events.filter((event) => event.type.startsWith('invoice'))).toEqual([])
    const after = await world.stripe.invoices.retrieve(invoice.id)
    const { amount_paid, post_payment_credit_notes_amount, status } = paidInvoice
    expect(after).toMatchObject({ amount_paid, post_payment_credit_notes_amount, status })
  },
)
