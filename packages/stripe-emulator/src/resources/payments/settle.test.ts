import type Stripe from 'stripe'
import { expect, test } from 'vitest'
import { open } from '../../testing/bill'
import { eventTypes, refusal, start } from '../../testing/start'

const { stripe, emulator } = await start()
const { admin } = emulator

function debit(payment_method: string, currency = 'usd'): Promise<Stripe.PaymentIntent> {
  return stripe.paymentIntents.create({ amount: 5000, confirm: true, currency, payment_method })
}

async function chargeOf(id: string): Promise<Stripe.Charge> {
  const { latest_charge } = await stripe.paymentIntents.retrieve(id)
  return stripe.charges.retrieve(String(latest_charge))
}

async function typesDuring(work: () => Promise<unknown>): Promise<string[]> {
  const before = (await eventTypes(stripe)).length
  await work()
  return (await eventTypes(stripe)).slice(before)
}

test('a debit that settles brings its money, less the fee', async () => {
  const { id } = await debit('pm_usBankAccount_success')
  expect(await typesDuring(() => admin.settle(id))).toEqual(['charge.succeeded', 'payment_intent.succeeded'])
  const charge = await chargeOf(id)
  expect(charge).toMatchObject({ status: 'succeeded', paid: true, captured: true })
  const moved = await stripe.balanceTransactions.retrieve(String(charge.balance_transaction))
  expect(moved).toMatchObject({ amount: 5000, fee: 40, net: 4960, source: charge.id })
})

test.each([
  ['pm_usBankAccount_insufficientFunds', 'usd', 'insufficient_funds'],
  ['pm_usBankAccount_accountClosed', 'usd', 'account_closed'],
  ['pm_usBankAccount_noAccount', 'usd', 'no_account'],
  ['pm_usBankAccount_debitNotAuthorized', 'usd', 'debit_not_authorized'],
  ['pm_sepaDebit_failed_de', 'eur', 'insufficient_funds'],
])('%s fails whoever settles it', async (method, currency, failure_code) => {
  const { id } = await debit(method, currency)
  expect(await typesDuring(() => admin.settle(id))).toEqual([
    'charge.failed',
    'payment_intent.payment_failed',
  ])
  expect(await chargeOf(id)).toMatchObject({
    balance_transaction: null,
    failure_code,
    paid: false,
    status: 'failed',
  })
  expect(await stripe.paymentIntents.retrieve(id)).toMatchObject({
    last_payment_error: { code: failure_code, payment_method_type: expect.any(String) },
    payment_method: null,
    status: 'requires_payment_method',
  })
})

test('an account whose owner complains is disputed as soon as it has paid, and the dispute is lost', async () => {
  const { id } = await debit('pm_sepaDebit_disputed_de', 'eur')
  const types = await typesDuring(() => admin.settle(id))
  expect(types).toContain('charge.dispute.created')
  expect(types).toContain('charge.dispute.closed')
  const { data } = await stripe.disputes.list({ payment_intent: id })
  expect(data).toMatchObject([{ amount: 5000, status: 'lost' }])
  expect(await chargeOf(id)).toMatchObject({ disputed: true, status: 'succeeded' })
})

test('a debit ends once', async () => {
  const { id } = await debit('pm_usBankAccount_success')
  await admin.settle(id)
  await expect(admin.settle(id)).rejects.toThrow()
  await expect(admin.fail(id)).rejects.toThrow()
  expect((await chargeOf(id)).status).toBe('succeeded')
})

test('a canceled debit does not settle', async () => {
  const { id } = await debit('pm_sepaDebit_successDelayed_de', 'eur')
  await stripe.paymentIntents.cancel(id)
  await admin.advanceTime(600)
  expect((await stripe.paymentIntents.retrieve(id)).status).toBe('canceled')
})

test.each([
  ['pm_sepaDebit_successDelayed_de', 'succeeded'],
  ['pm_sepaDebit_failedDelayed_de', 'requires_payment_method'],
])('%s ends by itself after three minutes', async (method, status) => {
  const { id } = await debit(method, 'eur')
  await admin.advanceTime(170)
  expect((await stripe.paymentIntents.retrieve(id)).status).toBe('processing')
  await admin.advanceTime(20)
  expect((await stripe.paymentIntents.retrieve(id)).status).toBe(status)
})

test('a debit settled by hand does not fail later by itself', async () => {
  const { id } = await debit('pm_sepaDebit_successDelayed_de', 'eur')
  await admin.settle(id)
  const after = await typesDuring(() => admin.advanceTime(600))
  expect(after).toEqual([])
})

async function underWay(payment_method: string): Promise<{ invoice: string; intent: string }> {
  const invoice = await open(stripe)
  await stripe.invoices.pay(invoice.id, { payment_method })
  const { data } = await stripe.invoicePayments.list({ invoice: invoice.id })
  return { invoice: invoice.id, intent: String(data[0]?.payment.payment_intent) }
}

test('an invoice is paid when its debit settles', async () => {
  const { invoice, intent } = await underWay('pm_usBankAccount_success')
  expect(await typesDuring(() => admin.settle(intent))).toEqual([
    'charge.succeeded',
    'payment_intent.succeeded',
    'invoice.updated',
    'invoice.paid',
    'invoice.payment_succeeded',
    'invoice_payment.paid',
  ])
  expect(await stripe.invoices.retrieve(invoice)).toMatchObject({ amount_paid: 3000, status: 'paid' })
})

test('an invoice whose debit fails is open, and may be paid by card', async () => {
  const { invoice, intent } = await underWay('pm_usBankAccount_accountClosed')
  expect(await typesDuring(() => admin.settle(intent))).toEqual([
    'charge.failed',
    'payment_intent.payment_failed',
    'invoice.payment_failed',
  ])
  expect((await stripe.invoices.retrieve(invoice)).status).toBe('open')
  const paid = await stripe.invoices.pay(invoice, { payment_method: 'pm_card_visa' })
  expect(paid).toMatchObject({ attempt_count: 1, status: 'paid' })
})

test('while a debit is under way the invoice is not charged a second time', async () => {
  const { invoice } = await underWay('pm_usBankAccount_processing')
  const error = await refusal(stripe.invoices.pay(invoice, { payment_method: 'pm_card_visa' }))
  expect(error).toMatchObject({ statusCode: 400, code: 'payment_intent_unexpected_state' })
  expect((await stripe.charges.list({ limit: 1 })).data[0]).toMatchObject({ status: 'pending' })
})
