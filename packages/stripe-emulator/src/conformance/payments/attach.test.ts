import type Stripe from 'stripe'
import { expect } from 'vitest'
import { rule } from '../harness/rule'
import type { World } from '../harness/world'
import { NO_REDIRECTS } from './pay-now'

const PARTIAL = 'invoicing/partial-payments'
const types = (events: Stripe.Event[]) => events.map((event) => event.type)

/** An intent of the invoice's customer; paid unless it is only made. */
function part(
  { stripe }: World,
  invoice: Stripe.Invoice,
  amount: number,
  more: Partial<Stripe.PaymentIntentCreateParams> = { payment_method: 'pm_card_visa', confirm: true },
) {
  return stripe.paymentIntents.create({
    amount,
    currency: invoice.currency,
    customer: String(invoice.customer),
    automatic_payment_methods: NO_REDIRECTS,
    ...more,
  })
}

async function payments({ stripe }: World, invoice: { id: string }) {
  const { data } = await stripe.invoicePayments.list({ invoice: invoice.id })
  return data.map(({ amount_paid, amount_requested, is_default, status }) => {
    return { amount_paid, amount_requested, is_default, status }
  })
}

rule(
  'a payment that succeeded counts at once, and the default payment asks for the rest',
  PARTIAL,
  async (world) => {
    const invoice = await world.open()
    const { id } = await part(world, invoice, 1000)
    const events = await world.eventsDuring(async () => {
      const after = await world.stripe.invoices.attachPayment(invoice.id, { payment_intent: id })
      expect(after).toMatchObject({
        amount_paid: 1000,
        amount_remaining: 2000,
        amount_due: 3000,
        status: 'open',
      })
    })
    expect(types(events)).toEqual(['invoice_payment.paid', 'invoice.updated'])
    expect(events[1]?.data.previous_attributes).toEqual({ amount_paid: 0, amount_remaining: 3000 })
    expect(await payments(world, invoice)).toEqual([
      { amount_paid: 1000, amount_requested: 1000, is_default: false, status: 'paid' },
      { amount_paid: null, amount_requested: 2000, is_default: true, status: 'open' },
    ])
  },
)

rule('the intent of the default payment follows what remains', PARTIAL, async (world) => {
  const invoice = await world.open()
  const { id } = await part(world, invoice, 1000)
  await world.stripe.invoices.attachPayment(invoice.id, { payment_intent: id })
  const full = await world.stripe.invoices.retrieve(invoice.id, {
    expand: ['payments.data.payment.payment_intent'],
  })
  const amounts = full.payments?.data.map(({ payment }) => {
    return typeof payment.payment_intent === 'string' ? 0 : payment.payment_intent?.amount
  })
  expect(amounts).toEqual([1000, 2000])
})

rule('the default payment pays what remains', PARTIAL, async (world) => {
  const invoice = await world.open()
  const { id } = await part(world, invoice, 1000)
  await world.stripe.invoices.attachPayment(invoice.id, { payment_intent: id })
  const paid = await world.stripe.invoices.pay(invoice.id, { payment_method: 'pm_card_visa' })
  expect(paid).toMatchObject({ amount_paid: 3000, amount_remaining: 0, status: 'paid' })
})

rule('parts that cover everything pay the invoice', PARTIAL, async (world) => {
  const invoice = await world.open()
  const first = await part(world, invoice, 1000)
  const second = await part(world, invoice, 2000)
  await world.stripe.invoices.attachPayment(invoice.id, { payment_intent: first.id })
  const events = await world.eventsDuring(() =>
    world.stripe.invoices.attachPayment(invoice.id, { payment_intent: second.id }),
  )
  expect(types(events).slice(0, 3)).toEqual(['invoice_payment.paid', 'invoice.updated', 'invoice.paid'])
  expect(await world.stripe.invoices.retrieve(invoice.id)).toMatchObject({
    amount_overpaid: 0,
    amount_paid: 3000,
    amount_remaining: 0,
    status: 'paid',
  })
  expect((await payments(world, invoice)).map((each) => each.status)).toEqual(['paid', 'paid', 'canceled'])
})

rule('an overpayment becomes the customer’s credit', PARTIAL, async (world) => {
  const invoice = await world.open()
  const { id } = await part(world, invoice, 3500)
  const events = await world.eventsDuring(() =>
    world.stripe.invoices.attachPayment(invoice.id, { payment_intent: id }),
  )
  expect(types(events)).toContain('invoice.overpaid')
  expect(await world.stripe.invoices.retrieve(invoice.id)).toMatchObject({
    amount_overpaid: 500,
    amount_remaining: 0,
    status: 'paid',
  })
  const customer = String(invoice.customer)
  expect(await world.stripe.customers.retrieve(customer)).toMatchObject({ balance: -500 })
  const [move] = (await world.stripe.customers.listBalanceTransactions(customer)).data
  expect(move).toMatchObject({ amount: -500, type: 'invoice_overpaid', invoice: invoice.id })
})

rule('an intent that was attached unpaid counts once it succeeds', PARTIAL, async (world) => {
  const invoice = await world.open()
  const { id } = await part(world, invoice, 1000, {})
  await world.stripe.invoices.attachPayment(invoice.id, { payment_intent: id })
  expect(await world.stripe.invoices.retrieve(invoice.id)).toMatchObject({
    amount_paid: 0,
    amount_remaining: 3000,
  })
  const events = await world.eventsDuring(() =>
    world.stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' }),
  )
  expect(types(events)).toEqual([
    'charge.succeeded',
    'payment_intent.succeeded',
    'invoice_payment.paid',
    'invoice.updated',
  ])
  expect(await world.stripe.invoices.retrieve(invoice.id)).toMatchObject({
    amount_paid: 1000,
    amount_remaining: 2000,
  })
})

rule('a payment of another customer is refused', PARTIAL, async (world) => {
  const invoice = await world.open()
  const other = await world.open()
  const { id } = await part(world, other, 1000)
  const call = world.stripe.invoices.attachPayment(invoice.id, { payment_intent: id })
  expect((await world.refusal(call)).statusCode).toBe(400)
})

rule('a payment in another currency is refused', PARTIAL, async (world) => {
  const invoice = await world.open()
  const { id } = await part(world, invoice, 1000, { currency: 'eur' })
  const call = world.stripe.invoices.attachPayment(invoice.id, { payment_intent: id })
  expect((await world.refusal(call)).statusCode).toBe(400)
})

rule('only an open invoice takes a payment', PARTIAL, async (world) => {
  const invoice = await world.open()
  const { id } = await part(world, invoice, 1000)
  await world.stripe.invoices.voidInvoice(invoice.id)
  const call = world.stripe.invoices.attachPayment(invoice.id, { payment_intent: id })
  expect((await world.refusal(call)).message).toBe(
    "You can only pass in open invoices. This invoice isn't open.",
  )
})

rule('an unknown payment and an unknown invoice are missing', PARTIAL, async (world) => {
  const { stripe, refusal } = world
  const invoice = await world.open()
  expect(
    await refusal(stripe.invoices.attachPayment(invoice.id, { payment_intent: 'pi_nope' })),
  ).toMatchObject({
    code: 'resource_missing',
    param: 'payment_intent',
  })
  expect(
    (await refusal(stripe.invoices.attachPayment('in_nope', { payment_intent: 'pi_x' }))).statusCode,
  ).toBe(404)
})
