import type Stripe from 'stripe'
import { expect } from 'vitest'
import { rule } from '../harness/rule'
import type { World } from '../harness/world'

/** An open invoice whose customer has a card, and the card. */
async function withCard(world: World, card = 'pm_card_visa') {
  const invoice = await world.open()
  const method = await world.stripe.paymentMethods.attach(card, { customer: String(invoice.customer) })
  return { invoice, method: method.id }
}

async function intentOf({ stripe }: World, invoice: { id: string }): Promise<Stripe.PaymentIntent> {
  const [payment] = (await stripe.invoicePayments.list({ invoice: invoice.id })).data
  return stripe.paymentIntents.retrieve(String(payment?.payment.payment_intent))
}

rule(
  'finalizing opens the default payment and its intent, for all that is due',
  'api/invoice-payment/object',
  async (world) => {
    const invoice = await world.open()
    const [payment] = (await world.stripe.invoicePayments.list({ invoice: invoice.id })).data
    expect(payment).toMatchObject({
      amount_paid: null,
      amount_requested: 3000,
      is_default: true,
      status: 'open',
      payment: { type: 'payment_intent' },
      status_transitions: { canceled_at: null, paid_at: null },
    })
    expect(await intentOf(world, invoice)).toMatchObject({
      amount: 3000,
      customer: invoice.customer,
      status: 'requires_payment_method',
    })
  },
)

rule(
  'the intent of an invoice cannot be canceled, or asked for another amount',
  'api/invoice-payment/object',
  async (world) => {
    const { stripe, refusal } = world
    const { id } = await intentOf(world, await world.open())
    expect((await refusal(stripe.paymentIntents.cancel(id))).statusCode).toBe(400)
    expect((await refusal(stripe.paymentIntents.update(id, { amount: 100 }))).statusCode).toBe(400)
    expect(await stripe.paymentIntents.update(id, { metadata: { a: '1' } })).toMatchObject({
      amount: 3000,
      metadata: { a: '1' },
    })
  },
)

rule('voiding an invoice cancels its payment and its intent', 'api/invoices/void', async (world) => {
  const invoice = await world.open()
  await world.stripe.invoices.voidInvoice(invoice.id)
  const [payment] = (await world.stripe.invoicePayments.list({ invoice: invoice.id })).data
  expect(payment?.status).toBe('canceled')
  expect(payment?.status_transitions.canceled_at).not.toBeNull()
  expect(await intentOf(world, invoice)).toMatchObject({
    status: 'canceled',
    cancellation_reason: 'void_invoice',
  })
})

rule(
  'an intent does not name its invoice; invoice payments do',
  'api/invoice-payment/list',
  async (world) => {
    const invoice = await world.open()
    const intent = await intentOf(world, invoice)
    expect(intent).not.toHaveProperty('invoice')
    const listed = await world.stripe.invoicePayments.list({
      payment: { type: 'payment_intent', payment_intent: intent.id },
    })
    expect(listed.data.map((payment) => payment.invoice)).toEqual([invoice.id])
  },
)

rule(
  'invoice payments are listed by status, and retrieved one by one',
  'api/invoice-payment/list',
  async (world) => {
    const { stripe, refusal } = world
    const { invoice, method } = await withCard(world)
    await stripe.invoices.pay(invoice.id, { payment_method: method })
    await world.open()
    const [paid] = (await stripe.invoicePayments.list({ status: 'paid' })).data
    expect(paid?.invoice).toBe(invoice.id)
    expect((await stripe.invoicePayments.list({ status: 'open' })).data).toHaveLength(1)
    expect(await stripe.invoicePayments.retrieve(String(paid?.id))).toEqual(paid)
    expect((await refusal(stripe.invoicePayments.retrieve('inpay_nope'))).statusCode).toBe(404)
  },
)

rule('an invoice shows its payments and their intents when asked', 'api/expanding_objects', async (world) => {
  const { id } = await world.open()
  const invoice = await world.stripe.invoices.retrieve(id, {
    expand: ['payments.data.payment.payment_intent', 'confirmation_secret'],
  })
  const intent = invoice.payments?.data[0]?.payment.payment_intent
  expect(intent).toMatchObject({ object: 'payment_intent', amount: 3000 })
  expect(invoice.confirmation_secret).toMatchObject({ type: 'payment_intent' })
})
