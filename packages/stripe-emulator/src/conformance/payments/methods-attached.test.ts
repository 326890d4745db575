import { expect } from 'vitest'
import { rule } from '../harness/rule'

const TESTING = 'testing'
const ATTACH = 'api/payment_methods/attach'

rule('attaching emits an event, attaching again to the same customer emits none', ATTACH, async (world) => {
  const { stripe, eventTypes } = world
  const { id: customer } = await world.customer()
  const { id } = await stripe.paymentMethods.create({ type: 'card', card: { token: 'tok_visa' } })
  await stripe.paymentMethods.attach(id, { customer })
  expect(await stripe.paymentMethods.attach(id, { customer })).toMatchObject({ id, customer })
  expect((await eventTypes()).filter((type) => type.startsWith('payment_method'))).toEqual([
    'payment_method.attached',
  ])
})

rule('a card of one customer cannot become another customer’s', ATTACH, async (world) => {
  const { stripe, refusal } = world
  const { id } = await stripe.paymentMethods.attach('pm_card_visa', { customer: (await world.customer()).id })
  const other = await world.customer()
  expect(await refusal(stripe.paymentMethods.attach(id, { customer: other.id }))).toMatchObject({
    statusCode: 400,
    message: 'The payment method you provided has already been attached to a customer.',
  })
})

rule('attaching needs a customer, and one that is there', ATTACH, async ({ stripe, refusal }) => {
  expect(await refusal(stripe.paymentMethods.attach('pm_card_visa', {}))).toMatchObject({
    code: 'parameter_missing',
    message: 'Must provide customer or customer_account.',
  })
  expect(await refusal(stripe.paymentMethods.attach('pm_card_visa', { customer: 'cus_nope' }))).toMatchObject(
    {
      statusCode: 400,
      code: 'resource_missing',
      param: 'customer',
    },
  )
})

for (const [token, code, declineCode] of [
  ['tok_visa_chargeDeclined', 'card_declined', 'generic_decline'],
  ['tok_visa_chargeDeclinedInsufficientFunds', 'card_declined', 'insufficient_funds'],
  ['tok_visa_chargeDeclinedStolenCard', 'card_declined', 'stolen_card'],
] as const) {
  rule(`${token} is declined as it is attached`, TESTING, async (world) => {
    const { stripe, refusal } = world
    const { id: customer } = await world.customer()
    const { id } = await stripe.paymentMethods.create({ type: 'card', card: { token } })
    expect(await refusal(stripe.paymentMethods.attach(id, { customer }))).toMatchObject({
      statusCode: 402,
      type: 'StripeCardError',
      code,
      decline_code: declineCode,
    })
    expect((await stripe.paymentMethods.retrieve(id)).customer).toBeNull()
  })
}

rule('one declined card may be attached: it fails only when it is charged', TESTING, async (world) => {
  const { id: customer } = await world.customer()
  const method = await world.stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer })
  expect(method).toMatchObject({ customer, card: { last4: '0341' } })
})

rule(
  'a detached card is nobody’s, says whose it was, and is used up',
  'api/payment_methods/detach',
  async (world) => {
    const { stripe, refusal, eventsOf } = world
    const { id: customer } = await world.customer()
    const { id } = await stripe.paymentMethods.attach('pm_card_visa', { customer })
    expect((await stripe.paymentMethods.detach(id)).customer).toBeNull()
    const event = (await eventsOf(id)).at(-1)
    expect(event).toMatchObject({ type: 'payment_method.detached' })
    expect(event?.data.previous_attributes).toEqual({ customer })
    expect((await refusal(stripe.paymentMethods.attach(id, { customer }))).message).toBe(
      'This PaymentMethod was previously used without being attached to a Customer or was detached from a Customer, and may not be used again.',
    )
    expect((await refusal(stripe.paymentMethods.detach(id))).message).toBe(
      'The payment method you provided is not attached to a customer so detachment is impossible.',
    )
  },
)

rule('a detached card is no longer its customer’s usual one', 'api/payment_methods/detach', async (world) => {
  const { stripe } = world
  const { id: customer } = await world.customer()
  const { id } = await stripe.paymentMethods.attach('pm_card_visa', { customer })
  await stripe.customers.update(customer, { invoice_settings: { default_payment_method: id } })
  await stripe.paymentMethods.detach(id)
  expect(await stripe.customers.retrieve(customer)).toMatchObject({
    invoice_settings: { default_payment_method: null },
  })
})
