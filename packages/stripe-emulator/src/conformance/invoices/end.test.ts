import { expect } from 'vitest'
import { rule } from '../harness/rule'

const NOT_OPEN = "You can only pass in open invoices. This invoice isn't open."

rule('voiding ends an invoice and leaves its amounts', 'api/invoices/void', async ({ open, stripe }) => {
  const { id, number } = await open(undefined, { auto_advance: true })
  const invoice = await stripe.invoices.voidInvoice(id)
  expect(invoice).toMatchObject({
    status: 'void',
    number,
    amount_due: 3000,
    amount_paid: 0,
    amount_remaining: 3000,
    auto_advance: false,
    hosted_invoice_url: expect.any(String),
  })
  expect(invoice.status_transitions.voided_at).not.toBeNull()
})

rule('voiding cancels the payment that waited', 'api/invoices/void', async ({ open, stripe }) => {
  const { id } = await open()
  await stripe.invoices.voidInvoice(id)
  const [payment] = (await stripe.invoicePayments.list({ invoice: id })).data
  expect(payment).toMatchObject({ status: 'canceled', amount_paid: null })
  expect(payment?.status_transitions.canceled_at).not.toBeNull()
  const intent = await stripe.paymentIntents.retrieve(String(payment?.payment.payment_intent))
  expect(intent).toMatchObject({ status: 'canceled', cancellation_reason: 'void_invoice' })
})

rule('a draft and a void invoice are not open', 'api/invoices/void', async ({ draft, refusal, stripe }) => {
  const { id } = await draft()
  expect(await refusal(stripe.invoices.voidInvoice(id))).toMatchObject({
    statusCode: 400,
    code: undefined,
    message: NOT_OPEN,
  })
  await stripe.invoices.finalizeInvoice(id)
  await stripe.invoices.voidInvoice(id)
  expect((await refusal(stripe.invoices.voidInvoice(id))).message).toBe(NOT_OPEN)
})

rule('a paid invoice cannot be voided', 'api/invoices/void', async ({ open, refusal, stripe }) => {
  const { id } = await open()
  await stripe.invoices.pay(id, { paid_out_of_band: true })
  expect(await refusal(stripe.invoices.voidInvoice(id))).toMatchObject({
    statusCode: 400,
    code: undefined,
    message: 'Invoices with `paid` payments cannot be voided.',
  })
})

rule(
  'marking an invoice uncollectible says why, and leaves the amounts',
  'api/invoices/mark_uncollectible',
  async ({ open, stripe }) => {
    const { id } = await open(undefined, { auto_advance: true })
    const invoice = await stripe.invoices.markUncollectible(id)
    expect(invoice).toMatchObject({
      status: 'uncollectible',
      status_details: { uncollectible: { reason: 'user_forgiven' } },
      amount_due: 3000,
      amount_remaining: 3000,
      auto_advance: false,
    })
    expect(invoice.status_transitions.marked_uncollectible_at).not.toBeNull()
  },
)

rule(
  'only an uncollectible invoice has details of its status',
  'api/invoices/object',
  async ({ draft, stripe }) => {
    const invoice = await draft()
    expect(invoice).not.toHaveProperty('status_details')
    expect(await stripe.invoices.finalizeInvoice(invoice.id)).not.toHaveProperty('status_details')
  },
)

rule(
  'marking an invoice uncollectible leaves the payment open',
  'api/invoices/mark_uncollectible',
  async ({ open, stripe }) => {
    const { id } = await open()
    await stripe.invoices.markUncollectible(id)
    const [payment] = (await stripe.invoicePayments.list({ invoice: id })).data
    expect(payment?.status).toBe('open')
  },
)

rule('only an open invoice is marked uncollectible', 'api/invoices/mark_uncollectible', async (world) => {
  const { stripe, refusal } = world
  const { id } = await world.draft()
  expect((await refusal(stripe.invoices.markUncollectible(id))).message).toBe(NOT_OPEN)
  await stripe.invoices.pay(id, { paid_out_of_band: true })
  expect((await refusal(stripe.invoices.markUncollectible(id))).message).toBe(NOT_OPEN)
})

rule(
  'an invoice is marked uncollectible once',
  'api/invoices/mark_uncollectible',
  async ({ open, refusal, stripe }) => {
    const { id } = await open()
    await stripe.invoices.markUncollectible(id)
    expect(await refusal(stripe.invoices.markUncollectible(id))).toMatchObject({
      statusCode: 400,
      message: 'This invoice has already been marked uncollectible.',
    })
  },
)

rule('an uncollectible invoice may be voided', 'invoicing/overview', async ({ open, stripe }) => {
  const { id } = await open()
  await stripe.invoices.markUncollectible(id)
  const invoice = await stripe.invoices.voidInvoice(id)
  expect(invoice.status).toBe('void')
  expect(invoice).not.toHaveProperty('status_details')
})

rule('numbers of voided invoices stay used', 'invoicing/customize', async ({ customer, open, stripe }) => {
  const { id, invoice_prefix } = await customer()
  const first = await open(undefined, { customer: id })
  await stripe.invoices.voidInvoice(first.id)
  expect((await open(undefined, { customer: id })).number).toBe(`${invoice_prefix}-0002`)
})
