import { expect } from 'vitest'
import { rule } from '../harness/rule'
import type { World } from '../harness/world'
import { payNow } from '../payments/pay-now'

const FEES = 'connect/direct-charges#collect-fees'

async function account({ stripe }: World): Promise<{ stripeAccount: string }> {
  const { id } = await stripe.accounts.create({
    controller: {
      fees: { payer: 'account' },
      losses: { payments: 'stripe' },
      requirement_collection: 'stripe',
      stripe_dashboard: { type: 'full' },
    },
    country: 'US',
  })
  return { stripeAccount: id }
}

function charge(world: World, options: { stripeAccount: string }) {
  return payNow(
    world,
    { amount: 10_000, application_fee_amount: 500, expand: ['latest_charge.balance_transaction'] },
    options,
  )
}

rule('a platform takes its part of a charge of a connected account', FEES, async (world) => {
  const options = await account(world)
  const intent = await charge(world, options)
  expect(intent).toMatchObject({ application_fee_amount: 500, status: 'succeeded' })
  const [fee] = (await world.stripe.applicationFees.list()).data
  expect(fee).toMatchObject({
    account: options.stripeAccount,
    amount: 500,
    amount_refunded: 0,
    currency: 'usd',
    fee_source: { type: 'charge' },
    refunded: false,
  })
  expect(await world.eventTypes()).toContain('application_fee.created')
})

rule('the fee of the platform stands beside Stripe’s', FEES, async (world) => {
  const intent = await charge(world, await account(world))
  expect(intent.latest_charge).toMatchObject({
    application_fee_amount: 500,
    balance_transaction: {
      fee: 820,
      fee_details: [
        { amount: 320, type: 'stripe_fee' },
        { amount: 500, type: 'application_fee' },
      ],
      net: 9180,
    },
  })
})

rule('a charge of the platform itself takes no fee', FEES, async ({ stripe, refusal }) => {
  const error = await refusal(
    stripe.paymentIntents.create({ amount: 10_000, currency: 'usd', application_fee_amount: 500 }),
  )
  expect(error.message).toBe(
    'Can only apply an application_fee_amount when the PaymentIntent is attempting a direct payment (using an OAuth key or Stripe-Account header) or destination payment (using `transfer_data[destination]`).',
  )
})

rule('a refund may give the platform’s part back, too', 'api/refunds/create', async (world) => {
  const { stripe } = world
  const options = await account(world)
  const { id } = await charge(world, options)
  await stripe.refunds.create({ payment_intent: id, amount: 5000, refund_application_fee: true }, options)
  const [fee] = (await stripe.applicationFees.list()).data
  expect(fee).toMatchObject({ amount_refunded: 250, refunded: false, refunds: { data: [{ amount: 250 }] } })
})

rule('a platform gives back what it took, no more', 'api/fee_refunds/create', async (world) => {
  const { stripe, refusal } = world
  await charge(world, await account(world))
  const [fee] = (await stripe.applicationFees.list()).data
  const id = fee?.id ?? ''
  expect((await refusal(stripe.applicationFees.createRefund(id, { amount: 501 }))).param).toBe('amount')
  const refund = await stripe.applicationFees.createRefund(id, { amount: 200 })
  expect(refund).toMatchObject({ object: 'fee_refund', amount: 200, fee: id })
  expect((await stripe.applicationFees.createRefund(id)).amount).toBe(300)
  expect(await stripe.applicationFees.retrieve(id)).toMatchObject({ amount_refunded: 500, refunded: true })
  expect((await stripe.applicationFees.listRefunds(id)).data.map((each) => each.amount)).toEqual([300, 200])
})
