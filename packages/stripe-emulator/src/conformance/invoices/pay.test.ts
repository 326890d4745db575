import { expect } from 'vitest'
import { rule } from '../harness/rule'

const SECTION = 'api/invoices/pay'
const VISA = { payment_method: 'pm_card_visa' }

rule('a card pays an open invoice', SECTION, async ({ open, stripe }) => {
  const { id } = await open()
  const paid = await stripe.invoices.pay(id, VISA)
  expect(paid).toMatchObject({
    status: 'paid',
    amount_due: 3000,
    amount_paid: 3000,
    amount_remaining: 0,
    attempt_count: 1,
    attempted: true,
    auto_advance: false,
  })
  expect(paid.status_transitions.paid_at).not.toBeNull()
})

rule('a card pays a draft, and finalizes it on the way', SECTION, async ({ draft, stripe }) => {
  const { id } = await draft()
  expect(await stripe.invoices.pay(id, VISA)).toMatchObject({
    status: 'paid',
    number: expect.any(String),
    amount_paid: 3000,
  })
})

rule('the payment tells how it was paid', 'api/invoice-payment/object', async ({ open, stripe }) => {
  const { id } = await open()
  await stripe.invoices.pay(id, VISA)
  const [payment] = (await stripe.invoicePayments.list({ invoice: id, status: 'paid' })).data
  expect(payment).toMatchObject({
    amount_paid: 3000,
    amount_requested: 3000,
    is_default: true,
    status: 'paid',
  })
  expect(payment?.status_transitions.paid_at).not.toBeNull()
  const intent = await stripe.paymentIntents.retrieve(String(payment?.payment.payment_intent), {
    expand: ['latest_charge'],
  })
  expect(intent).toMatchObject({
    amount_received: 3000,
    status: 'succeeded',
    latest_charge: { amount: 3000, captured: true, paid: true, refunded: false, status: 'succeeded' },
  })
})

rule('a payment is found by its intent', 'api/invoice-payment/list', async ({ open, stripe }) => {
  const { id } = await open()
  const [payment] = (await stripe.invoicePayments.list({ invoice: id })).data
  const intent = String(payment?.payment.payment_intent)
  const found = await stripe.invoicePayments.list({
    payment: { type: 'payment_intent', payment_intent: intent },
  })
  expect(found.data.map((each) => each.invoice)).toEqual([id])
})

rule('the card of the customer pays when none is named', SECTION, async ({ customer, draft, stripe }) => {
  const { id } = await customer()
  const method = await stripe.paymentMethods.attach('pm_card_visa', { customer: id })
  await stripe.customers.update(id, { invoice_settings: { default_payment_method: method.id } })
  const invoice = await draft(undefined, { customer: id })
  expect(await stripe.invoices.pay(invoice.id)).toMatchObject({ status: 'paid' })
})

rule('an invoice without a card is not paid', SECTION, async ({ open, refusal, stripe }) => {
  const { id } = await open()
  expect(await refusal(stripe.invoices.pay(id))).toMatchObject({
    statusCode: 400,
    message:
      'There is no `default_payment_method` set on this Customer or Invoice. Please set a `default_payment_method`.',
  })
  expect(await stripe.invoices.retrieve(id)).toMatchObject({
    status: 'open',
    attempted: false,
    attempt_count: 0,
  })
})

rule(
  'a declined card is told with everything about it',
  'declines/codes',
  async ({ open, refusal, stripe }) => {
    const { id } = await open()
    const error = await refusal(stripe.invoices.pay(id, { payment_method: 'pm_card_visa_chargeDeclined' }))
    expect(error).toMatchObject({
      type: 'StripeCardError',
      rawType: 'card_error',
      statusCode: 402,
      code: 'card_declined',
      decline_code: 'generic_decline',
      message: 'Your card was declined.',
      doc_url: 'https://stripe.com/docs/error-codes/card-declined',
      charge: expect.stringMatching(/^ch_/),
      payment_intent: { object: 'payment_intent', status: 'requires_payment_method' },
      payment_method: { object: 'payment_method', type: 'card' },
    })
    expect(error.param).toBeUndefined()
  },
)

rule('a decline is an attempt, and the invoice stays open', SECTION, async ({ open, refusal, stripe }) => {
  const { id } = await open()
  await refusal(stripe.invoices.pay(id, { payment_method: 'pm_card_visa_chargeDeclined' }))
  expect(await stripe.invoices.retrieve(id)).toMatchObject({
    status: 'open',
    amount_paid: 0,
    amount_remaining: 3000,
    attempt_count: 1,
    attempted: true,
  })
  expect(await stripe.invoices.pay(id, VISA)).toMatchObject({ status: 'paid', attempt_count: 1 })
})

rule(
  'a declined charge is kept, and its intent goes back to the start',
  SECTION,
  async ({ open, refusal, stripe }) => {
    const { id, customer } = await open()
    const decline = { payment_method: 'pm_card_visa_chargeDeclinedInsufficientFunds' }
    const error = await refusal(stripe.invoices.pay(id, decline))
    expect(error).toMatchObject({ code: 'card_declined', decline_code: 'insufficient_funds' })
    const [charge] = (await stripe.charges.list({ customer: String(customer) })).data
    expect(charge).toMatchObject({
      paid: false,
      status: 'failed',
      failure_code: 'card_declined',
      outcome: {
        type: 'issuer_declined',
        network_status: 'declined_by_network',
        reason: 'insufficient_funds',
      },
    })
    const intent = await stripe.paymentIntents.retrieve(String(charge?.payment_intent))
    expect(intent).toMatchObject({
      status: 'requires_payment_method',
      payment_method: null,
      last_payment_error: { code: 'card_declined', decline_code: 'insufficient_funds' },
    })
  },
)

for (const [card, code, message] of [
  ['pm_card_chargeDeclinedExpiredCard', 'expired_card', 'Your card has expired.'],
  [
    'pm_card_chargeDeclinedProcessingError',
    'processing_error',
    'An error occurred while processing your card. Try again in a little bit.',
  ],
] as const) {
  rule(`the card ${card} says why`, 'testing', async ({ open, refusal, stripe }) => {
    const { id } = await open()
    const error = await refusal(stripe.invoices.pay(id, { payment_method: card }))
    expect(error).toMatchObject({ statusCode: 402, code, message })
  })
}

rule(
  'an invoice paid outside Stripe is paid in full, and never attempted',
  'invoicing/overview',
  async ({ open, stripe }) => {
    const { id } = await open()
    expect(await stripe.invoices.pay(id, { paid_out_of_band: true })).toMatchObject({
      status: 'paid',
      amount_due: 3000,
      amount_paid: 3000,
      amount_remaining: 0,
      attempt_count: 0,
      attempted: false,
    })
    expect(
      (await stripe.invoicePayments.list({ invoice: id, status: 'paid' })).data.every(
        (each) => each.payment.type !== 'payment_intent',
      ),
    ).toBe(true)
  },
)

rule('a draft is paid outside Stripe after it is finalized', SECTION, async ({ draft, stripe }) => {
  const { id } = await draft()
  const paid = await stripe.invoices.pay(id, { paid_out_of_band: true })
  expect(paid).toMatchObject({ status: 'paid', amount_paid: 3000, number: expect.any(String) })
})

rule('a paid invoice is not paid again', SECTION, async ({ open, refusal, stripe }) => {
  const { id } = await open()
  await stripe.invoices.pay(id, VISA)
  for (const how of [VISA, { paid_out_of_band: true }]) {
    expect(await refusal(stripe.invoices.pay(id, how))).toMatchObject({
      statusCode: 400,
      code: undefined,
      message: 'Invoice is already paid',
    })
  }
})

rule('a void invoice is not paid', SECTION, async ({ open, refusal, stripe }) => {
  const { id } = await open()
  await stripe.invoices.voidInvoice(id)
  expect((await refusal(stripe.invoices.pay(id, VISA))).statusCode).toBe(400)
  expect((await refusal(stripe.invoices.pay(id, { paid_out_of_band: true }))).statusCode).toBe(400)
})

rule('an uncollectible invoice may still be paid', 'invoicing/overview', async ({ open, stripe }) => {
  const { id } = await open()
  await stripe.invoices.markUncollectible(id)
  const paid = await stripe.invoices.pay(id, VISA)
  expect(paid).toMatchObject({ status: 'paid', amount_paid: 3000 })
  expect(paid).not.toHaveProperty('status_details')
})
