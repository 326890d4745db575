import { expect, test } from 'vitest'
import { open } from '../../../testing/bill'
import { eventTypes, start } from '../../../testing/start'

const { stripe } = await start()

async function paidElsewhere(amount: number): Promise<string> {
  const { id } = await stripe.paymentRecords.reportPayment({
    amount_requested: { currency: 'usd', value: amount },
    initiated_at: 1_700_000_000,
    outcome: 'guaranteed',
    guaranteed: { guaranteed_at: 1_700_000_100 },
    payment_method_details: { type: 'custom', custom: { display_name: 'Cash' } },
  })
  return id
}

async function waitingFor(invoice: string): Promise<number | undefined> {
  const { data } = await stripe.invoicePayments.list({ invoice, status: 'open' })
  const intent = data[0]?.payment.payment_intent
  return intent ? (await stripe.paymentIntents.retrieve(String(intent))).amount : undefined
}

test('partial payments add up, and the open payment asks for the rest', async () => {
  const { id } = await open(stripe)
  for (const [part, rest] of [
    [1000, 2000],
    [500, 1500],
  ] as const) {
    await stripe.invoices.attachPayment(id, { payment_record: await paidElsewhere(part) })
    expect(await stripe.invoices.retrieve(id)).toMatchObject({ amount_remaining: rest, status: 'open' })
    expect(await waitingFor(id)).toBe(rest)
  }
  const paid = await stripe.invoices.pay(id, { payment_method: 'pm_card_visa' })
  expect(paid).toMatchObject({ amount_overpaid: 0, amount_paid: 3000, status: 'paid' })
  const { data } = await stripe.invoicePayments.list({ invoice: id, status: 'paid' })
  expect(data.map((each) => each.amount_paid).sort()).toEqual([1000, 1500, 500])
})

test('an overpayment becomes the customer’s credit', async () => {
  const invoice = await open(stripe)
  await stripe.invoices.attachPayment(invoice.id, { payment_record: await paidElsewhere(5000) })
  expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({
    amount_overpaid: 2000,
    amount_paid: 5000,
    amount_remaining: 0,
    status: 'paid',
  })
  const [credit] = (await stripe.customers.listBalanceTransactions(String(invoice.customer))).data
  expect(credit).toMatchObject({ amount: -2000, ending_balance: -2000, type: 'invoice_overpaid' })
  expect(await eventTypes(stripe)).toContain('invoice.overpaid')
})

test('the waiting intent is canceled once the invoice was paid otherwise', async () => {
  const { id } = await open(stripe)
  const { data } = await stripe.invoicePayments.list({ invoice: id })
  const intent = String(data[0]?.payment.payment_intent)
  await stripe.invoices.attachPayment(id, { payment_record: await paidElsewhere(3000) })
  expect(await stripe.paymentIntents.retrieve(intent)).toMatchObject({
    cancellation_reason: 'automatic',
    status: 'canceled',
  })
  expect(await waitingFor(id)).toBeUndefined()
})
