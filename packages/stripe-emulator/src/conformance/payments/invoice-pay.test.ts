import type Stripe from 'stripe'
import { expect } from 'vitest'
import { rule } from '../harness/rule'
import type { World } from '../harness/world'

const PAY = 'api/invoices/pay'
const PAID = [
  'charge.succeeded',
  'payment_intent.succeeded',
  'invoice.updated',
  'invoice.paid',
  'invoice.payment_succeeded',
  'invoice_payment.paid',
]

const types = (events: Stripe.Event[]) => events.map((event) => event.type)

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

rule('a card pays an invoice', PAY, async (world) => {
  const { invoice, method } = await withCard(world)
  const events = await world.eventsDuring(() =>
    world.stripe.invoices.pay(invoice.id, { payment_method: method }),
  )
  expect(types(events)).toEqual(PAID)
  const paid = await world.stripe.invoices.retrieve(invoice.id, { expand: ['payments'] })
  expect(paid).toMatchObject({
    amount_due: 3000,
    amount_paid: 3000,
    amount_remaining: 0,
    attempt_count: 1,
    attempted: true,
    status: 'paid',
  })
  expect(paid.payments?.data).toMatchObject([{ amount_paid: 3000, status: 'paid', is_default: true }])
  expect(await intentOf(world, invoice)).toMatchObject({
    status: 'succeeded',
    amount_received: 3000,
    payment_method: method,
  })
})

rule('a draft is finalized as it is paid', PAY, async (world) => {
  const draft = await world.draft()
  const { id } = await world.stripe.paymentMethods.attach('pm_card_visa', {
    customer: String(draft.customer),
  })
  const paid = await world.stripe.invoices.pay(draft.id, { payment_method: id })
  expect(paid.status).toBe('paid')
  expect(paid.number).not.toBeNull()
})

rule('an invoice is paid by its own default, or by its customer’s', PAY, async (world) => {
  const { stripe } = world
  const first = await withCard(world)
  await stripe.invoices.update(first.invoice.id, { default_payment_method: first.method })
  expect((await stripe.invoices.pay(first.invoice.id)).status).toBe('paid')
  const second = await withCard(world)
  const invoice_settings = { default_payment_method: second.method }
  await stripe.customers.update(String(second.invoice.customer), { invoice_settings })
  expect((await stripe.invoices.pay(second.invoice.id)).status).toBe('paid')
})

rule('a card of another customer does not pay', PAY, async (world) => {
  const { stripe, refusal } = world
  const invoice = await world.open()
  const other = await world.customer()
  const { id } = await stripe.paymentMethods.attach('pm_card_visa', { customer: other.id })
  const error = await refusal(stripe.invoices.pay(invoice.id, { payment_method: id }))
  expect(error.statusCode).toBe(400)
  expect(error.message).toContain('The payment method must be attached to the customer.')
})

rule('paying without a card says what is missing', PAY, async ({ stripe, open, refusal }) => {
  expect((await refusal(stripe.invoices.pay((await open()).id))).message).toBe(
    'There is no `default_payment_method` set on this Customer or Invoice. Please set a `default_payment_method`.',
  )
})

rule('a decline counts one attempt, however often it is repeated by hand', PAY, async (world) => {
  const { stripe, refusal } = world
  const { invoice, method } = await withCard(world, 'pm_card_chargeCustomerFail')
  const call = () => stripe.invoices.pay(invoice.id, { payment_method: method })
  const events = await world.eventsDuring(async () => {
    expect(await refusal(call())).toMatchObject({
      statusCode: 402,
      code: 'card_declined',
      decline_code: 'generic_decline',
      message: 'Your card was declined.',
    })
  })
  expect(types(events)).toEqual([
    'charge.failed',
    'payment_intent.payment_failed',
    'invoice.updated',
    'invoice.payment_failed',
  ])
  await refusal(call())
  expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({
    amount_remaining: 3000,
    attempt_count: 1,
    attempted: true,
    status: 'open',
  })
  expect((await stripe.invoices.pay(invoice.id, { payment_method: 'pm_card_visa' })).status).toBe('paid')
})

rule('a 402 carries the intent, the method and the charge', PAY, async (world) => {
  const { invoice, method } = await withCard(world, 'pm_card_chargeCustomerFail')
  const error = await world.refusal(world.stripe.invoices.pay(invoice.id, { payment_method: method }))
  expect(error.payment_method?.id).toBe(method)
  expect(error.payment_intent?.id).toBe((await intentOf(world, invoice)).id)
  expect(error.charge).toMatch(/^ch_/)
})

rule('a card that must be authenticated is declined off session', PAY, async (world) => {
  const { invoice, method } = await withCard(world, 'pm_card_authenticationRequired')
  const events = await world.eventsDuring(async () => {
    const error = await world.refusal(world.stripe.invoices.pay(invoice.id, { payment_method: method }))
    expect(error).toMatchObject({ statusCode: 402, code: 'authentication_required' })
  })
  expect(types(events)).toEqual([
    'payment_intent.payment_failed',
    'invoice.updated',
    'invoice.payment_failed',
  ])
  expect((await world.stripe.invoices.retrieve(invoice.id)).status).toBe('open')
})

rule('a payer on session is asked to act, and the invoice waits', PAY, async (world) => {
  const { invoice, method } = await withCard(world, 'pm_card_threeDSecure2Required')
  const events = await world.eventsDuring(async () => {
    const call = world.stripe.invoices.pay(invoice.id, { payment_method: method, off_session: false })
    expect(await world.refusal(call)).toMatchObject({
      statusCode: 402,
      code: 'invoice_payment_intent_requires_action',
    })
  })
  expect(types(events)).toEqual([
    'payment_intent.requires_action',
    'invoice.payment_action_required',
    'invoice.updated',
  ])
  expect(await intentOf(world, invoice)).toMatchObject({ status: 'requires_action', payment_method: method })
  expect(await world.stripe.invoices.retrieve(invoice.id)).toMatchObject({ attempted: true, status: 'open' })
})

rule('confirming the intent of an invoice pays the invoice', 'api/payment_intents/confirm', async (world) => {
  const { invoice, method } = await withCard(world)
  const { id } = await intentOf(world, invoice)
  const events = await world.eventsDuring(() =>
    world.stripe.paymentIntents.confirm(id, { payment_method: method, return_url: 'https://example.com' }),
  )
  expect(types(events)).toEqual(PAID)
  expect((await world.stripe.invoices.retrieve(invoice.id)).status).toBe('paid')
})

rule(
  'a bank debit leaves the invoice open while it is under way',
  'payments/ach-direct-debit',
  async (world) => {
    const { invoice, method } = await withCard(world, 'pm_usBankAccount_processing')
    const events = await world.eventsDuring(() =>
      world.stripe.invoices.pay(invoice.id, { payment_method: method }),
    )
    expect(types(events)).toEqual(['payment_intent.processing', 'charge.pending', 'invoice.updated'])
    expect(await world.stripe.invoices.retrieve(invoice.id)).toMatchObject({
      amount_paid: 0,
      attempted: true,
      attempt_count: 1,
      status: 'open',
    })
  },
)
