import { expect } from 'vitest'
import { rule } from '../harness/rule'
import { payNow } from './pay-now'

rule(
  'a US bank account pays later: the intent is processing, its charge pending',
  'payments/ach-direct-debit',
  async (world) => {
    const { id: customer } = await world.customer()
    const intent = await payNow(world, {
      customer,
      payment_method: 'pm_usBankAccount_processing',
      mandate_data: { customer_acceptance: { type: 'offline', offline: {} } },
    })
    expect(intent).toMatchObject({ status: 'processing', amount_received: 0 })
    expect(await world.stripe.charges.retrieve(String(intent.latest_charge))).toMatchObject({
      status: 'pending',
      paid: false,
      balance_transaction: null,
      payment_method_details: { type: 'us_bank_account', us_bank_account: { last4: '0009' } },
    })
    expect(await world.eventTypes()).toEqual([
      'customer.created',
      'payment_intent.created',
      'payment_intent.processing',
      'charge.pending',
    ])
  },
)

rule(
  'a debit that is processing may be called back',
  'payments/ach-direct-debit/accept-a-payment',
  async (world) => {
    const intent = await payNow(world, {
      payment_method: 'pm_usBankAccount_processing',
      mandate_data: { customer_acceptance: { type: 'offline', offline: {} } },
    })
    expect((await world.stripe.paymentIntents.cancel(intent.id)).status).toBe('canceled')
  },
)

rule('an IBAN does not pay in dollars', 'payments/sepa-debit', async (world) => {
  const { stripe, refusal } = world
  const sepa_debit = { iban: 'DE89370400440532013000' }
  const method = await stripe.paymentMethods.create({
    type: 'sepa_debit',
    sepa_debit,
    billing_details: { name: 'Ada', email: 'ada@example.com' },
  })
  expect(await refusal(payNow(world, { payment_method: method.id }))).toMatchObject({
    statusCode: 400,
    code: 'payment_intent_incompatible_payment_method',
  })
})
