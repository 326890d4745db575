import { expect } from 'vitest'
import { rule } from '../harness/rule'
import type { World } from '../harness/world'
import { payNow } from '../payments/pay-now'

/** Money that can be paid out at once. */
function earn(world: World) {
  return payNow(world, { amount: 10_000, payment_method: 'pm_card_bypassPending' })
}

rule('money of the balance is paid out to a bank', 'api/payouts/create', async (world) => {
  await earn(world)
  const payout = await world.stripe.payouts.create({ amount: 5000, currency: 'usd', metadata: { a: '1' } })
  expect(payout).toMatchObject({
    amount: 5000,
    automatic: false,
    currency: 'usd',
    metadata: { a: '1' },
    method: 'standard',
    source_type: 'card',
    status: 'pending',
    type: 'bank_account',
  })
  expect(payout.arrival_date).toBeGreaterThan(payout.created)
  expect(await world.stripe.balanceTransactions.retrieve(String(payout.balance_transaction))).toMatchObject({
    amount: -5000,
    net: -5000,
    reporting_category: 'payout',
    source: payout.id,
    type: 'payout',
  })
  expect((await world.eventTypes()).at(-1)).toBe('payout.created')
  const { available } = await world.stripe.balance.retrieve()
  expect(available).toMatchObject([{ amount: 9680 - 5000 }])
})

rule('no more is paid out than is there', 'api/payouts/create', async ({ stripe, refusal }) => {
  expect(await refusal(stripe.payouts.create({ amount: 5000, currency: 'usd' }))).toMatchObject({
    statusCode: 400,
    code: 'balance_insufficient',
  })
  expect(await refusal(stripe.payouts.create({ amount: 0, currency: 'usd' }))).toMatchObject({
    code: 'parameter_invalid_integer',
    param: 'amount',
    message: expect.stringMatching(/^This value must be greater than or equal to 1\b/),
  })
})

rule(
  'a payout that has not left is called back, and its money returns',
  'api/payouts/cancel',
  async (world) => {
    const { stripe, refusal } = world
    await earn(world)
    const { id } = await stripe.payouts.create({ amount: 5000, currency: 'usd' })
    const canceled = await stripe.payouts.cancel(id)
    expect(canceled.status).toBe('canceled')
    expect(canceled.failure_balance_transaction).not.toBeNull()
    expect((await stripe.balance.retrieve()).available).toMatchObject([{ amount: 9680 }])
    expect((await world.eventTypes()).at(-1)).toBe('payout.canceled')
    expect((await refusal(stripe.payouts.cancel(id))).message).toBe(
      'Payouts can only be canceled while they are pending.',
    )
  },
)

rule('payouts are listed by state, and change their metadata only', 'api/payouts/list', async (world) => {
  const { stripe, refusal } = world
  await earn(world)
  const { id } = await stripe.payouts.create({ amount: 5000, currency: 'usd' })
  expect((await stripe.payouts.list({ status: 'pending' })).data.map((each) => each.id)).toEqual([id])
  expect((await stripe.payouts.list({ status: 'canceled' })).data).toEqual([])
  expect((await stripe.payouts.update(id, { metadata: { b: '2' } })).metadata).toEqual({ b: '2' })
  expect(await refusal(stripe.payouts.retrieve('po_nope'))).toMatchObject({
    statusCode: 404,
    param: 'payout',
  })
})
