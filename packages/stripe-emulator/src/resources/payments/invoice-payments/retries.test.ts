import { expect, test } from 'vitest'
import { customer, draft } from '../../../testing/bill'
import { start } from '../../../testing/start'

const { stripe, emulator } = await start()
const DAY = 86_400

/** A draft that is charged by itself, from a customer's card or from none. */
async function charged(card?: string) {
  const paying = card ? { payment_method: card, invoice_settings: { default_payment_method: card } } : {}
  const { id } = await customer(stripe, paying)
  return draft(stripe, undefined, {
    auto_advance: true,
    collection_method: 'charge_automatically',
    customer: id,
    days_until_due: undefined,
  })
}

const retrieve = (id: string) => stripe.invoices.retrieve(id)
const later = (seconds: number) => emulator.admin.advanceTime(seconds)

async function triesOf(invoice: string): Promise<number> {
  const { data } = await stripe.invoicePayments.list({ invoice })
  const charges = await stripe.charges.list({ payment_intent: String(data[0]?.payment.payment_intent) })
  return charges.data.length
}

test.each([
  ['no method', undefined, 0],
  ['a card whose bank may think again', 'pm_card_chargeCustomerFail', 8],
])('an invoice with %s is tried eight times, two days apart', async (_what, card, charges) => {
  const { id } = await charged(card)
  await later(2 * 3600)
  const first = await retrieve(id)
  expect(first).toMatchObject({ attempt_count: 1, status: 'open' })
  const at = first.next_payment_attempt ?? 0
  await later(2 * DAY)
  expect(await retrieve(id)).toMatchObject({ attempt_count: 2, next_payment_attempt: at + 2 * DAY })
  await later(20 * DAY)
  expect(await retrieve(id)).toMatchObject({ attempt_count: 8, next_payment_attempt: null, status: 'open' })
  expect(await triesOf(id)).toBe(charges)
})

test('a payment by hand ends the attempts, and neither counts nor puts off', async () => {
  const { id } = await charged('pm_card_chargeCustomerFail')
  await later(2 * 3600)
  const { next_payment_attempt } = await retrieve(id)
  await expect(stripe.invoices.pay(id)).rejects.toMatchObject({ code: 'card_declined' })
  expect(await retrieve(id)).toMatchObject({ attempt_count: 1, next_payment_attempt })
  await stripe.invoices.pay(id, { payment_method: 'pm_card_visa' })
  await later(20 * DAY)
  expect(await retrieve(id)).toMatchObject({ attempt_count: 1, next_payment_attempt: null, status: 'paid' })
})

test('a card that must be authenticated is declined once, and not asked again', async () => {
  const { id, customer: owner } = await charged('pm_card_authenticationRequired')
  await later(5 * DAY)
  expect(await retrieve(id)).toMatchObject({ attempt_count: 3, status: 'open' })
  expect(await triesOf(id)).toBe(0)
  const card = await stripe.paymentMethods.attach('pm_card_visa', { customer: String(owner) })
  await stripe.customers.update(String(owner), { invoice_settings: { default_payment_method: card.id } })
  await later(2 * DAY)
  expect(await retrieve(id)).toMatchObject({ attempt_count: 4, status: 'paid' })
})

test('the reason is written to the customer', async () => {
  const { id } = await charged('pm_card_chargeCustomerFail')
  await later(2 * 3600)
  const emails = emulator.admin.outbox().filter((each) => each.invoice === id)
  expect(emails).toMatchObject([{ kind: 'payment_failed', reason: 'Your card was declined.' }])
})

test('a debit is waited for, and its failure is tried again', async () => {
  const { id } = await charged('pm_usBankAccount_insufficientFunds')
  await later(5 * DAY)
  expect(await retrieve(id)).toMatchObject({ attempt_count: 1, next_payment_attempt: null, status: 'open' })
  const debit = emulator.admin.pendingDebits().find(({ invoice }) => invoice?.id === id)
  await emulator.admin.settle(debit?.intent.id ?? '')
  const failed = await retrieve(id)
  expect(failed).toMatchObject({ attempt_count: 1, status: 'open' })
  expect(failed.next_payment_attempt).toBeGreaterThan(emulator.admin.now())
  expect(await stripe.customers.retrieve(String(failed.customer))).toMatchObject({ delinquent: true })
  await later(2 * DAY + 3600)
  expect(await retrieve(id)).toMatchObject({ attempt_count: 2, status: 'open' })
})

test('an account that was closed is not asked again', async () => {
  const { id } = await charged('pm_usBankAccount_accountClosed')
  await later(2 * 3600)
  const debit = emulator.admin.pendingDebits().find(({ invoice }) => invoice?.id === id)
  await emulator.admin.settle(debit?.intent.id ?? '')
  await later(5 * DAY)
  expect(await retrieve(id)).toMatchObject({ attempt_count: 3, status: 'open' })
  expect(await triesOf(id)).toBe(1)
})
