import { expect } from 'vitest'
import { START } from '../automation/clocked'
import { rule } from '../harness/rule'
import { at, firstItem, latestInvoice, SENT, subscribed } from './subscribed'

const SECTION = 'api/subscriptions/create'
const NEXT = at('2027-02-15T12:00:00')

rule('a trial costs nothing, and says so', 'billing/subscriptions/trials/free-trials', async (world) => {
  const { subscription } = await subscribed(world, { card: 'pm_card_visa', trial_period_days: 14 })
  const end = START + 14 * 86_400
  expect(subscription).toMatchObject({
    billing_cycle_anchor: end,
    status: 'trialing',
    trial_end: end,
    trial_start: START,
  })
  expect(firstItem(subscription)).toMatchObject({ current_period_end: end, current_period_start: START })
  const invoice = await latestInvoice(world, subscription.id)
  expect(invoice).toMatchObject({ attempt_count: 0, status: 'paid', total: 0 })
  expect(invoice.lines.data[0]).toMatchObject({ amount: 0, description: 'Trial period for Hosting' })
})

rule(
  'an anchor in the future makes a first period in part',
  'billing/subscriptions/billing-cycle',
  async (world) => {
    const billing_cycle_anchor = at('2027-02-01T12:00:00')
    const { subscription } = await subscribed(world, { billing_cycle_anchor })
    expect(subscription.billing_cycle_anchor).toBe(billing_cycle_anchor)
    expect(firstItem(subscription).current_period_end).toBe(billing_cycle_anchor)
    // 17 of the 31 days of January.
    expect(await latestInvoice(world, subscription.id)).toMatchObject({ total: 548 })
  },
)

rule('the first period is free without prorations', 'billing/subscriptions/billing-cycle', async (world) => {
  const billing_cycle_anchor = at('2027-02-01T12:00:00')
  const { subscription } = await subscribed(world, { billing_cycle_anchor, proration_behavior: 'none' })
  expect(await latestInvoice(world, subscription.id)).toMatchObject({ total: 0 })
})

rule('a subscription may be to end from the start', SECTION, async (world) => {
  const { subscription } = await subscribed(world, { cancel_at_period_end: true })
  expect(subscription).toMatchObject({
    cancel_at: NEXT,
    cancel_at_period_end: true,
    canceled_at: START,
    status: 'active',
  })
  const later = await subscribed(world, { cancel_at: NEXT + 5, ...SENT })
  expect(later.subscription).toMatchObject({ cancel_at: NEXT + 5, cancel_at_period_end: false })
})

rule('an anchor may be a day of the month', 'billing/subscriptions/billing-cycle', async (world) => {
  const billing_cycle_anchor_config = { day_of_month: 31, hour: 0, minute: 0, second: 0 }
  const { subscription } = await subscribed(world, { billing_cycle_anchor_config })
  expect(subscription).toMatchObject({
    billing_cycle_anchor: at('2027-01-31T00:00:00'),
    billing_cycle_anchor_config: { ...billing_cycle_anchor_config, month: null },
  })
})
