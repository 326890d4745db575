import { expect } from 'vitest'
import { clocked, DAY, HOUR, START } from '../automation/clocked'
import { rule } from '../harness/rule'
import { at, latestInvoice, priced, subscribed } from './subscribed'

const BEHAVIOR = 'billing/subscriptions/overview'
const FAILS = 'pm_card_chargeCustomerFail'
const NEXT = at('2027-02-15T12:00:00')

rule('a card that is declined leaves a subscription incomplete', BEHAVIOR, async (world) => {
  const { subscription } = await subscribed(world, { card: FAILS })
  expect(subscription.status).toBe('incomplete')
  expect(await latestInvoice(world, subscription.id)).toMatchObject({
    attempt_count: 1,
    next_payment_attempt: null,
    status: 'open',
  })
})

rule('an incomplete subscription becomes active when its invoice is paid', BEHAVIOR, async (world) => {
  const { subscription } = await subscribed(world, { card: FAILS })
  const { id } = await latestInvoice(world, subscription.id)
  await world.stripe.invoices.pay(id, { payment_method: 'pm_card_visa' })
  const paid = await world.stripe.subscriptions.retrieve(subscription.id)
  expect(paid.status).toBe('active')
  const updated = (await world.eventsOf(subscription.id)).at(-1)
  expect(updated).toMatchObject({
    type: 'customer.subscription.updated',
    data: { previous_attributes: { status: 'incomplete' } },
  })
})

rule('an incomplete subscription expires after 23 hours', BEHAVIOR, async (world) => {
  const { clock, subscription } = await subscribed(world, { card: FAILS })
  await world.advance(clock, START + DAY)
  const expired = await world.stripe.subscriptions.retrieve(subscription.id)
  expect(expired.status).toBe('incomplete_expired')
  expect((await latestInvoice(world, subscription.id)).status).toBe('void')
})

rule('an incomplete subscription changes in nothing else', BEHAVIOR, async (world) => {
  const { subscription } = await subscribed(world, { card: FAILS })
  const call = world.stripe.subscriptions.update(subscription.id, { description: 'x' })
  expect((await world.refusal(call)).statusCode).toBe(400)
})

rule('the first payment may be left to the customer', 'api/subscriptions/create', async (world) => {
  const payment_behavior = 'default_incomplete'
  const { subscription } = await subscribed(world, { card: 'pm_card_visa', payment_behavior })
  expect(subscription.status).toBe('incomplete')
  const expand = ['latest_invoice.confirmation_secret']
  const { latest_invoice: invoice } = await world.stripe.subscriptions.retrieve(subscription.id, { expand })
  expect(invoice).toMatchObject({
    attempted: false,
    confirmation_secret: { client_secret: expect.stringMatching(/^pi_.*_secret_/), type: 'payment_intent' },
    status: 'open',
  })
})

rule(
  'a subscription may be refused when its first payment fails',
  'api/subscriptions/create',
  async (world) => {
    const { customer } = await clocked(world, FAILS)
    const items = [{ price: (await priced(world)).id }]
    const terms = { customer: customer.id, items, payment_behavior: 'error_if_incomplete' } as const
    expect(await world.refusal(world.stripe.subscriptions.create(terms))).toMatchObject({
      statusCode: 402,
      code: 'card_declined',
      rawType: 'card_error',
    })
    const { data } = await world.stripe.subscriptions.list({ customer: customer.id, status: 'all' })
    expect(data).toEqual([])
  },
)

rule('a renewal is drafted, and charged an hour later', 'billing/invoices/subscription', async (world) => {
  const { clock, subscription } = await subscribed(world, { card: 'pm_card_visa' })
  await world.advance(clock, NEXT + HOUR / 2)
  const draft = await latestInvoice(world, subscription.id)
  expect(draft).toMatchObject({ billing_reason: 'subscription_cycle', created: NEXT, status: 'draft' })
  await world.advance(clock, NEXT + 2 * HOUR)
  expect((await world.stripe.invoices.retrieve(draft.id)).status).toBe('paid')
  expect((await world.stripe.subscriptions.retrieve(subscription.id)).status).toBe('active')
})

rule('a renewal that cannot be paid makes a subscription past due', BEHAVIOR, async (world) => {
  const { clock, customer, subscription } = await subscribed(world, { card: 'pm_card_visa' })
  await failFromNowOn(world, customer.id)
  await world.advance(clock, NEXT + 2 * HOUR)
  expect((await world.stripe.subscriptions.retrieve(subscription.id)).status).toBe('past_due')
  const invoice = await latestInvoice(world, subscription.id)
  expect(invoice).toMatchObject({ attempt_count: 1, status: 'open' })
  await world.stripe.invoices.pay(invoice.id, { payment_method: 'pm_card_visa' })
  expect((await world.stripe.subscriptions.retrieve(subscription.id)).status).toBe('active')
})

rule(
  'after the last try the subscription is canceled',
  'billing/revenue-recovery/smart-retries',
  async (world) => {
    const { clock, customer, subscription } = await subscribed(world, { card: 'pm_card_visa' })
    await failFromNowOn(world, customer.id)
    await world.advance(clock, NEXT + 20 * DAY)
    const ended = await world.stripe.subscriptions.retrieve(subscription.id)
    expect(ended).toMatchObject({
      cancellation_details: { reason: 'payment_failed' },
      status: 'canceled',
    })
    expect(await latestInvoice(world, subscription.id)).toMatchObject({ auto_advance: false, status: 'open' })
  },
)

rule(
  'an invoice that is sent and not paid by its due date makes a subscription past due',
  BEHAVIOR,
  async (world) => {
    const { clock, subscription } = await subscribed(world)
    await world.advance(clock, START + 6 * DAY)
    expect((await world.stripe.subscriptions.retrieve(subscription.id)).status).toBe('active')
    await world.advance(clock, START + 8 * DAY)
    expect((await world.stripe.subscriptions.retrieve(subscription.id)).status).toBe('past_due')
    await world.stripe.invoices.pay((await latestInvoice(world, subscription.id)).id, {
      paid_out_of_band: true,
    })
    expect((await world.stripe.subscriptions.retrieve(subscription.id)).status).toBe('active')
  },
)

rule('an invoice that was given up makes a subscription active again', BEHAVIOR, async (world) => {
  const { clock, subscription } = await subscribed(world)
  await world.advance(clock, START + 8 * DAY)
  await world.stripe.invoices.markUncollectible((await latestInvoice(world, subscription.id)).id)
  expect((await world.stripe.subscriptions.retrieve(subscription.id)).status).toBe('active')
})

rule(
  'the card of a subscription goes before that of its customer',
  'api/subscriptions/object',
  async (world) => {
    const { customer } = await clocked(world, FAILS)
    const card = await world.stripe.paymentMethods.attach('pm_card_visa', { customer: customer.id })
    const items = [{ price: (await priced(world)).id }]
    const terms = { customer: customer.id, items, default_payment_method: card.id }
    expect(await world.stripe.subscriptions.create(terms)).toMatchObject({
      default_payment_method: card.id,
      status: 'active',
    })
  },
)

async function failFromNowOn({ stripe }: Parameters<typeof subscribed>[0], customer: string) {
  const card = await stripe.paymentMethods.attach(FAILS, { customer })
  await stripe.customers.update(customer, { invoice_settings: { default_payment_method: card.id } })
}

rule(
  'the card that paid may become the subscription’s default',
  'api/subscriptions/create',
  async (world) => {
    const payment_settings = { save_default_payment_method: 'on_subscription' } as const
    const { subscription } = await subscribed(world, { card: 'pm_card_visa', payment_settings })
    expect(subscription.default_payment_method).toMatch(/^pm_/)
  },
)

rule('a card that asks for its owner leaves a subscription incomplete', BEHAVIOR, async (world) => {
  const { customer } = await clocked(world)
  const card = await world.stripe.paymentMethods.attach('pm_card_threeDSecure2Required', {
    customer: customer.id,
  })
  const items = [{ price: (await priced(world)).id }]
  const terms = { customer: customer.id, items, default_payment_method: card.id }
  const subscription = await world.stripe.subscriptions.create(terms)
  expect(subscription.status).toBe('incomplete')
  const { id } = await latestInvoice(world, subscription.id)
  const types = (await world.eventsOf(id)).map(({ type }) => type)
  expect(types).toContain('invoice.payment_action_required')
  const strict = { ...terms, payment_behavior: 'error_if_incomplete' } as const
  expect(await world.refusal(world.stripe.subscriptions.create(strict))).toMatchObject({
    statusCode: 402,
    code: 'subscription_payment_intent_requires_action',
  })
})
