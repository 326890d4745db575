import type Stripe from 'stripe'
import { expect, test } from 'vitest'
import { eventTypes, start } from '../../testing/start'

const { stripe, emulator } = await start()
const MINUTE = 60

async function refunded(payment_method: string, amount?: number): Promise<Stripe.Refund> {
  const { id } = await stripe.paymentIntents.create({
    amount: 2000,
    confirm: true,
    currency: 'usd',
    payment_method,
  })
  return stripe.refunds.create({ payment_intent: id, ...(amount === undefined ? {} : { amount }) })
}

test('a refund may take its time', async () => {
  const { id, status } = await refunded('pm_card_pendingRefund')
  expect(status).toBe('pending')
  await emulator.admin.advanceTime(MINUTE + 1)
  expect((await stripe.refunds.retrieve(id)).status).toBe('succeeded')
})

test('a refund that fails comes back to the balance, and the charge may be refunded anew', async () => {
  const refund = await refunded('pm_card_refundFail', 500)
  expect(refund.status).toBe('succeeded')
  const before = (await eventTypes(stripe)).length
  await emulator.admin.advanceTime(MINUTE + 1)
  expect((await eventTypes(stripe)).slice(before)).toContain('refund.failed')
  const failed = await stripe.refunds.retrieve(refund.id, { expand: ['failure_balance_transaction'] })
  expect(failed).toMatchObject({
    failure_balance_transaction: { amount: 500, type: 'refund_failure' },
    failure_reason: expect.any(String),
    status: 'failed',
  })
  expect(await stripe.charges.retrieve(String(refund.charge))).toMatchObject({
    amount_refunded: 0,
    refunded: false,
  })
  const again = await stripe.refunds.create({ charge: String(refund.charge) })
  expect(again.amount).toBe(2000)
})
