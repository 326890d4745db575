import type Stripe from 'stripe'
import { expect } from 'vitest'
import { rule } from '../harness/rule'
import type { World } from '../harness/world'

const RECORDS = 'payments/payment-records'

function report(
  { stripe }: World,
  more: Partial<Stripe.PaymentRecordReportPaymentParams> = {},
): Promise<Stripe.PaymentRecord> {
  return stripe.paymentRecords.reportPayment({
    amount_requested: { currency: 'usd', value: 3000 },
    initiated_at: 1_700_000_000,
    payment_method_details: { type: 'custom', custom: { display_name: 'Cheque' } },
    ...more,
  })
}

const guaranteed = { outcome: 'guaranteed', guaranteed: { guaranteed_at: 1_700_000_100 } } as const
const usd = (value: number) => ({ currency: 'usd', value })

rule('a payment from outside is reported, and is nothing but asked for yet', RECORDS, async (world) => {
  const record = await report(world, { description: 'Cheque 12', metadata: { a: '1' } })
  expect(record).toMatchObject({
    amount: usd(3000),
    amount_guaranteed: usd(0),
    amount_requested: usd(3000),
    description: 'Cheque 12',
    metadata: { a: '1' },
    payment_method_details: { type: 'custom', custom: { display_name: 'Cheque' } },
    processor_details: { type: 'custom' },
    reported_by: 'self',
  })
  expect(record.latest_payment_attempt_record).not.toBeNull()
})

rule('a payment may be reported with its outcome', RECORDS, async (world) => {
  expect((await report(world, guaranteed)).amount_guaranteed).toEqual(usd(3000))
  expect(
    (await report(world, { outcome: 'failed', failed: { failed_at: 1_700_000_100 } })).amount_failed,
  ).toEqual(usd(3000))
})

rule('the outcome of a payment is reported later', RECORDS, async (world) => {
  const { stripe } = world
  const first = await report(world)
  const done = await stripe.paymentRecords.reportPaymentAttemptGuaranteed(first.id, {
    guaranteed_at: 1_700_000_100,
  })
  expect(done.amount_guaranteed).toEqual(usd(3000))
  const second = await report(world)
  const canceled = await stripe.paymentRecords.reportPaymentAttemptCanceled(second.id, {
    canceled_at: 1_700_000_100,
  })
  expect(canceled.amount_canceled).toEqual(usd(3000))
})

rule('another attempt comes after one that failed, not beside one that has not', RECORDS, async (world) => {
  const { stripe, refusal } = world
  const { id, latest_payment_attempt_record: first } = await report(world)
  const again = () => stripe.paymentRecords.reportPaymentAttempt(id, { initiated_at: 1_700_000_200 })
  expect((await refusal(again())).statusCode).toBe(400)
  await stripe.paymentRecords.reportPaymentAttemptFailed(id, { failed_at: 1_700_000_100 })
  const record = await again()
  expect(record.amount_failed).toEqual(usd(0))
  expect(record.latest_payment_attempt_record).not.toBe(first)
})

rule('who paid may be told later', RECORDS, async (world) => {
  const { id } = await report(world)
  const { id: customer } = await world.customer()
  const told = await world.stripe.paymentRecords.reportPaymentAttemptInformational(id, {
    customer_details: { customer, name: 'Ada' },
    shipping_details: { name: 'Ada', address: { city: 'London' } },
  })
  expect(told).toMatchObject({
    customer_details: { customer, name: 'Ada', email: null },
    shipping_details: { name: 'Ada', address: { city: 'London', line1: null } },
  })
})

rule('refunds are reported up to what was paid', RECORDS, async (world) => {
  const { stripe, refusal } = world
  const { id } = await report(world, guaranteed)
  const refund = (value: number, refund_reference: string) =>
    stripe.paymentRecords.reportRefund(id, {
      outcome: 'refunded',
      amount: usd(value),
      processor_details: { type: 'custom', custom: { refund_reference } },
      refunded: { refunded_at: 1_700_000_300 },
    })
  expect((await refund(1000, 'a')).amount_refunded).toEqual(usd(1000))
  expect((await refusal(refund(2001, 'b'))).statusCode).toBe(400)
  expect((await refund(2000, 'c')).amount_refunded).toEqual(usd(3000))
})

rule('records are retrieved and listed', RECORDS, async (world) => {
  const { stripe, refusal } = world
  const { id } = await report(world)
  expect((await stripe.paymentRecords.retrieve(id)).id).toBe(id)
  expect((await stripe.paymentRecords.list()).data.map((each) => each.id)).toEqual([id])
  expect((await refusal(stripe.paymentRecords.retrieve('pr_nope'))).statusCode).toBe(404)
})

rule(
  'a payment from outside pays an invoice it is attached to',
  'api/invoices/attach_payment',
  async (world) => {
    const invoice = await world.open()
    const { id } = await report(world, {
      ...guaranteed,
      customer_details: { customer: String(invoice.customer) },
    })
    const paid = await world.stripe.invoices.attachPayment(invoice.id, { payment_record: id })
    expect(paid).toMatchObject({ amount_paid: 3000, attempted: false, status: 'paid' })
    const { data } = await world.stripe.invoicePayments.list({
      payment: { type: 'payment_record', payment_record: id },
    })
    expect(data).toMatchObject([{ amount_paid: 3000, invoice: invoice.id, status: 'paid' }])
  },
)

rule(
  'a payment attached before its outcome pays once it is reported',
  'api/invoices/attach_payment',
  async (world) => {
    const invoice = await world.open()
    const { id } = await report(world, { customer_details: { customer: String(invoice.customer) } })
    expect((await world.stripe.invoices.attachPayment(invoice.id, { payment_record: id })).status).toBe(
      'open',
    )
    await world.stripe.paymentRecords.reportPaymentAttemptGuaranteed(id, { guaranteed_at: 1_700_000_100 })
    expect((await world.stripe.invoices.retrieve(invoice.id)).status).toBe('paid')
  },
)
