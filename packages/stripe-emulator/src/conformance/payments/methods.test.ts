import { expect } from 'vitest'
import { rule } from '../harness/rule'

const TESTING = 'testing'

rule('a card comes as a token and is not yet verified', 'api/payment_methods/create', async ({ stripe }) => {
  const method = await stripe.paymentMethods.create({ type: 'card', card: { token: 'tok_mastercard' } })
  expect(method).toMatchObject({
    type: 'card',
    customer: null,
    card: {
      brand: 'mastercard',
      checks: { cvc_check: 'unchecked' },
      last4: '4444',
      networks: { preferred: null },
    },
    billing_details: { address: { city: null, line1: null }, email: null, name: null },
  })
})

rule('card numbers sent straight to the API are refused', TESTING, async ({ stripe, refusal }) => {
  const card = { number: '4242424242424242', exp_month: 12, exp_year: 2034, cvc: '123' }
  const error = await refusal(stripe.paymentMethods.create({ type: 'card', card }))
  expect(error.message).toBe(
    'Sending credit card numbers directly to the Stripe API is generally unsafe. We suggest you use test tokens that map to the test card you are using, see https://stripe.com/docs/testing. To enable testing raw card data APIs, see https://support.stripe.com/questions/enabling-access-to-raw-card-data-apis.',
  )
})

rule('a card token that is none is refused', TESTING, async ({ stripe, refusal }) => {
  const error = await refusal(stripe.paymentMethods.create({ type: 'card', card: { token: 'pm_card_visa' } }))
  expect(error).toMatchObject({ statusCode: 400, message: 'Invalid token id: pm_card_visa', param: 'token' })
})

rule(
  'a payment method is attached after its creation, not during it',
  'api/payment_methods/create',
  async (world) => {
    const { stripe, refusal } = world
    const { id: customer } = await world.customer()
    const call = stripe.paymentMethods.create({ type: 'card', card: { token: 'tok_visa' }, customer })
    expect((await refusal(call)).message).toBe(
      'You cannot attach a PaymentMethod to a Customer during PaymentMethod creation. Please instead create the PaymentMethod and then attach it using the attachment method of the PaymentMethods API.',
    )
  },
)

rule('billing details given at creation are kept', 'api/payment_methods/create', async ({ stripe }) => {
  const billing_details = {
    name: 'Ada',
    email: 'ada@example.com',
    address: { city: 'London', country: 'GB' },
  }
  const method = await stripe.paymentMethods.create({
    type: 'card',
    card: { token: 'tok_visa' },
    billing_details,
    metadata: { a: '1' },
    allow_redisplay: 'always',
  })
  expect(method).toMatchObject({
    allow_redisplay: 'always',
    metadata: { a: '1' },
    billing_details: {
      ...billing_details,
      address: { ...billing_details.address, line1: null },
      phone: null,
    },
  })
})

rule(
  'a US bank account shows its bank and its last digits',
  'api/payment_methods/object',
  async ({ stripe }) => {
    const method = await stripe.paymentMethods.create({
      type: 'us_bank_account',
      us_bank_account: {
        account_holder_type: 'company',
        account_number: '000123456789',
        routing_number: '110000000',
      },
      billing_details: { name: 'Ada' },
    })
    expect(method.us_bank_account).toMatchObject({
      account_holder_type: 'company',
      account_type: 'checking',
      bank_name: 'STRIPE TEST BANK',
      last4: '6789',
      networks: { preferred: 'ach', supported: ['ach'] },
      routing_number: '110000000',
    })
  },
)

rule(
  'an IBAN shows its country and its last characters',
  'api/payment_methods/object',
  async ({ stripe }) => {
    const method = await stripe.paymentMethods.create({
      type: 'sepa_debit',
      sepa_debit: { iban: 'DE89370400440532013000' },
      billing_details: { name: 'Ada', email: 'ada@example.com' },
    })
    expect(method.sepa_debit).toMatchObject({ bank_code: '37040044', country: 'DE', last4: '3000' })
  },
)

for (const [id, brand, last4] of [
  ['pm_card_visa', 'visa', '4242'],
  ['pm_card_mastercard', 'mastercard', '4444'],
  ['pm_card_amex', 'amex', '0005'],
  ['pm_card_discover', 'discover', '1117'],
  ['pm_card_jcb', 'jcb', '0505'],
] as const) {
  rule(`${id} is a card of its own each time it is attached`, TESTING, async (world) => {
    const { stripe } = world
    const { id: customer } = await world.customer()
    const first = await stripe.paymentMethods.attach(id, { customer })
    const second = await stripe.paymentMethods.attach(id, { customer })
    expect(first).toMatchObject({ customer, card: { brand, last4, checks: { cvc_check: 'pass' } } })
    expect(second.id).not.toBe(first.id)
    expect(second.card?.fingerprint).toBe(first.card?.fingerprint)
  })
}

rule('only a card that somebody keeps can be changed', 'api/payment_methods/update', async (world) => {
  const { stripe, refusal, eventsOf } = world
  const { id } = await stripe.paymentMethods.create({ type: 'card', card: { token: 'tok_visa' } })
  const change = { billing_details: { name: 'Countess' }, card: { exp_month: 5, exp_year: 2040 } }
  expect((await refusal(stripe.paymentMethods.update(id, change))).message).toBe(
    'You must save this PaymentMethod to a customer before you can update it.',
  )
  await stripe.paymentMethods.attach(id, { customer: (await world.customer()).id })
  expect(await stripe.paymentMethods.update(id, change)).toMatchObject({
    billing_details: { name: 'Countess' },
    card: { exp_month: 5, exp_year: 2040 },
  })
  expect((await eventsOf(id)).at(-1)?.data.previous_attributes).toMatchObject({
    billing_details: { name: null },
  })
})

rule(
  'a customer’s payment methods are listed, by type',
  'api/payment_methods/customer_list',
  async (world) => {
    const { stripe, refusal } = world
    const { id: customer } = await world.customer()
    const card = await stripe.paymentMethods.attach('pm_card_visa', { customer })
    const listed = await stripe.customers.listPaymentMethods(customer, { type: 'card' })
    expect(listed).toMatchObject({ url: `/v1/customers/${customer}/payment_methods`, has_more: false })
    expect(listed.data.map((each) => each.id)).toEqual([card.id])
    expect((await stripe.customers.listPaymentMethods(customer, { type: 'us_bank_account' })).data).toEqual(
      [],
    )
    expect((await stripe.paymentMethods.list({ customer })).data).toHaveLength(1)
    expect(await refusal(stripe.customers.listPaymentMethods('cus_nope'))).toMatchObject({
      statusCode: 404,
      param: 'id',
    })
  },
)

rule(
  'one payment method of a customer is retrieved by way of the customer',
  'api/payment_methods/customer',
  async (world) => {
    const { stripe, refusal } = world
    const { id: customer } = await world.customer()
    const { id } = await stripe.paymentMethods.attach('pm_card_visa', { customer })
    expect(await stripe.customers.retrievePaymentMethod(customer, id)).toMatchObject({ id, customer })
    const other = await world.customer()
    expect((await refusal(stripe.customers.retrievePaymentMethod(other.id, id))).statusCode).toBe(404)
  },
)

rule(
  'an unknown payment method is missing under its own name',
  'api/payment_methods/retrieve',
  async (world) => {
    expect(await world.refusal(world.stripe.paymentMethods.retrieve('pm_nope'))).toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
      message: "No such PaymentMethod: 'pm_nope'",
      param: 'payment_method',
    })
  },
)
