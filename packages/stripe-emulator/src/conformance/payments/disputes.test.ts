import type Stripe from 'stripe'
import { expect } from 'vitest'
import { rule } from '../harness/rule'
import type { World } from '../harness/world'
import { payNow } from './pay-now'

const TESTING = 'testing#disputes'

/** The dispute that a card brings with it; the real one takes a moment. */
async function disputed(world: World, payment_method: string): Promise<Stripe.Dispute> {
  const { stripe } = world
  const { latest_charge } = await payNow(world, { amount: 3000, payment_method })
  return world.eventually(async () => {
    const [dispute] = (await stripe.disputes.list({ charge: String(latest_charge) })).data
    if (!dispute) throw new Error('there is no dispute')
    return dispute
  })
}

for (const [card, reason, code, status, refundable] of [
  ['pm_card_createDispute', 'fraudulent', '10.4', 'needs_response', false],
  ['pm_card_createDisputeProductNotReceived', 'product_not_received', '13.1', 'needs_response', false],
  ['pm_card_createDisputeInquiry', 'fraudulent', '10', 'warning_needs_response', true],
] as const) {
  rule(`${card} pays, and is disputed: ${reason}, ${status}`, TESTING, async (world) => {
    const dispute = await disputed(world, card)
    expect(dispute).toMatchObject({
      amount: 3000,
      currency: 'usd',
      evidence_details: { has_evidence: false, past_due: false, submission_count: 0 },
      is_charge_refundable: refundable,
      payment_method_details: { type: 'card', card: { brand: 'visa', network_reason_code: code } },
      reason,
      status,
    })
    const charge = await world.stripe.charges.retrieve(String(dispute.charge))
    expect(charge).toMatchObject({ disputed: true, paid: true, status: 'succeeded' })
    expect(await world.eventTypes()).toContain('charge.dispute.created')
  })
}

rule('a chargeback takes the money and a fee at once', 'disputes/how-disputes-work', async (world) => {
  const dispute = await disputed(world, 'pm_card_createDispute')
  expect(dispute.balance_transactions).toMatchObject([
    {
      amount: -3000,
      description: `Chargeback withdrawal for ${dispute.charge}`,
      fee: 1500,
      fee_details: [{ amount: 1500, description: 'Dispute fee', type: 'stripe_fee' }],
      net: -4500,
      reporting_category: 'dispute',
      source: dispute.id,
      type: 'adjustment',
    },
  ])
  expect(await world.eventTypes()).toContain('charge.dispute.funds_withdrawn')
})

rule('an inquiry takes nothing', 'disputes/how-disputes-work', async (world) => {
  expect((await disputed(world, 'pm_card_createDisputeInquiry')).balance_transactions).toEqual([])
})

rule('a charge that was charged back cannot be refunded', 'api/refunds/create', async (world) => {
  const { charge } = await disputed(world, 'pm_card_createDispute')
  expect(await world.refusal(world.stripe.refunds.create({ charge: String(charge) }))).toMatchObject({
    code: 'charge_disputed',
    message: `Charge ${charge} has been charged back; cannot issue a refund.`,
  })
})

rule('a charge that is only inquired after can be refunded', 'api/refunds/create', async (world) => {
  const { charge } = await disputed(world, 'pm_card_createDisputeInquiry')
  expect((await world.stripe.refunds.create({ charge: String(charge) })).status).toBe('succeeded')
})

rule('closing a dispute loses it, for good', 'api/disputes/close', async (world) => {
  const { stripe, refusal } = world
  const { id } = await disputed(world, 'pm_card_createDispute')
  expect((await stripe.disputes.close(id)).status).toBe('lost')
  expect(await world.eventTypes()).toContain('charge.dispute.closed')
  expect((await refusal(stripe.disputes.close(id))).message).toBe('This dispute is already closed')
})

rule(
  'winning evidence wins, and brings the money back but not the fee',
  'testing#evidence',
  async (world) => {
    const { id } = await disputed(world, 'pm_card_createDispute')
    await world.stripe.disputes.update(id, { evidence: { uncategorized_text: 'winning_evidence' } })
    const won = await world.eventually(async () => {
      const dispute = await world.stripe.disputes.retrieve(id)
      expect(dispute.status).toBe('won')
      return dispute
    })
    expect(won).toMatchObject({
      evidence: { uncategorized_text: 'winning_evidence' },
      evidence_details: { has_evidence: true, submission_count: 1 },
      is_charge_refundable: true,
    })
    expect(won.balance_transactions.map(({ amount, fee }) => [amount, fee])).toEqual([
      [-3000, 1500],
      [3000, 0],
    ])
  },
)

rule('losing evidence loses', 'testing#evidence', async (world) => {
  const { id } = await disputed(world, 'pm_card_createDispute')
  await world.stripe.disputes.update(id, { evidence: { uncategorized_text: 'losing_evidence' } })
  await world.eventually(async () => expect((await world.stripe.disputes.retrieve(id)).status).toBe('lost'))
})

rule('evidence that is only staged decides nothing', 'api/disputes/update', async (world) => {
  const { id } = await disputed(world, 'pm_card_createDispute')
  const staged = await world.stripe.disputes.update(id, {
    evidence: { customer_name: 'Ada' },
    metadata: { a: '1' },
    submit: false,
  })
  expect(staged).toMatchObject({
    evidence: { customer_name: 'Ada' },
    evidence_details: { has_evidence: true, submission_count: 0 },
    metadata: { a: '1' },
    status: 'needs_response',
  })
})
