import type Stripe from 'stripe'
import { expect } from 'vitest'
import { rule } from '../harness/rule'
import type { World } from '../harness/world'
import { payNow } from '../payments/pay-now'

const OBJECT = 'api/balance_transactions/object'
async function charge(
  world: World,
  more: Partial<Stripe.PaymentIntentCreateParams> = {},
): Promise<Stripe.Charge> {
  const { latest_charge } = await payNow(world, { amount: 10_000, ...more })
  return world.eventually(async () => {
    const found = await world.stripe.charges.retrieve(String(latest_charge))
    if (found.captured && found.balance_transaction === null) throw new Error('not booked yet')
    return found
  })
}

function movement({ stripe }: World, id: Stripe.Charge['balance_transaction']) {
  return stripe.balanceTransactions.retrieve(String(id))
}

rule('a charge comes into the balance, less Stripe’s fee: 2.9 % and 30 cents', OBJECT, async (world) => {
  const paid = await charge(world, { description: 'a widget' })
  expect(await movement(world, paid.balance_transaction)).toMatchObject({
    amount: 10_000,
    balance_type: 'payments',
    currency: 'usd',
    description: 'a widget',
    exchange_rate: null,
    fee: 320,
    fee_details: [
      {
        amount: 320,
        application: null,
        currency: 'usd',
        description: 'Stripe processing fees',
        type: 'stripe_fee',
      },
    ],
    net: 9680,
    reporting_category: 'charge',
    source: paid.id,
    type: 'charge',
  })
})

rule('fresh money waits, unless a card bypasses that', 'testing#available-balance', async (world) => {
  const waiting = await movement(world, (await charge(world)).balance_transaction)
  expect(waiting.status).toBe('pending')
  expect(waiting.available_on).toBeGreaterThan(waiting.created)
  const there = await charge(world, { payment_method: 'pm_card_bypassPending' })
  expect((await movement(world, there.balance_transaction)).status).toBe('available')
})

rule('held money moves nothing; captured money moves what was captured', OBJECT, async (world) => {
  const held = await charge(world, { capture_method: 'manual' })
  expect(held.balance_transaction).toBeNull()
  await world.stripe.paymentIntents.capture(String(held.payment_intent), { amount_to_capture: 5000 })
  const captured = await world.stripe.charges.retrieve(held.id)
  expect(await movement(world, captured.balance_transaction)).toMatchObject({ amount: 5000, fee: 175 })
})

rule('a refund leaves the balance in full, and the fee stays', OBJECT, async (world) => {
  const paid = await charge(world, { description: 'a widget' })
  const refund = await world.stripe.refunds.create({ charge: paid.id, amount: 1400 })
  expect(await movement(world, refund.balance_transaction)).toMatchObject({
    amount: -1400,
    description: 'REFUND FOR CHARGE (a widget)',
    fee: 0,
    fee_details: [],
    net: -1400,
    reporting_category: 'refund',
    source: refund.id,
    type: 'refund',
  })
})

rule(
  'movements are found by their source, their type and their currency',
  'api/balance_transactions/list',
  async (world) => {
    const { stripe } = world
    const paid = await charge(world)
    await stripe.refunds.create({ charge: paid.id, amount: 1400 })
    const ids = async (params: Stripe.BalanceTransactionListParams) =>
      (await stripe.balanceTransactions.list(params)).data.map((each) => each.type)
    expect(await ids({})).toEqual(['refund', 'charge'])
    expect(await ids({ source: paid.id })).toEqual(['charge'])
    expect(await ids({ type: 'refund' })).toEqual(['refund'])
    expect(await ids({ currency: 'eur' })).toEqual([])
  },
)

rule('a movement shows where it came from when asked', 'api/expanding_objects', async (world) => {
  const paid = await charge(world)
  const found = await world.stripe.balanceTransactions.retrieve(String(paid.balance_transaction), {
    expand: ['source'],
  })
  expect(found.source).toMatchObject({ object: 'charge', id: paid.id })
})

rule(
  'an unknown movement is missing, and so is an unknown payout',
  'api/balance_transactions/retrieve',
  async (world) => {
    const { stripe, refusal } = world
    expect(await refusal(stripe.balanceTransactions.retrieve('txn_nope'))).toMatchObject({
      statusCode: 404,
      message: "No such balance transaction: 'txn_nope'",
      param: 'id',
    })
    expect(await refusal(stripe.balanceTransactions.list({ payout: 'po_nope' }))).toMatchObject({
      statusCode: 400,
      code: 'resource_missing',
      param: 'payout',
    })
  },
)

rule('the balance separates available from pending money', 'api/balance/balance_object', async (world) => {
  await charge(world)
  await charge(world, { payment_method: 'pm_card_bypassPending' })
  const { available, pending } = await world.stripe.balance.retrieve()
  expect(available).toMatchObject([{ amount: 9680, currency: 'usd', source_types: { card: 9680 } }])
  expect(pending).toMatchObject([{ amount: 9680, currency: 'usd', source_types: { card: 9680 } }])
})
