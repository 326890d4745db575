import type Stripe from 'stripe'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { Change } from '../../../state/change'
import { Database } from '../../../state/database'
import { memoryStore } from '../../../state/store/store'
import { UnitOfWork } from '../../../state/unit-of-work'
import { customer } from '../../../testing/bill'
import { start } from '../../../testing/start'
import { recalculate } from '../../invoices/amounts/recalculate'
import type { Invoice } from '../../invoices/invoice'
import { serialiseInvoice } from '../../invoices/serialise'
import { previewSubscription } from './preview'

const START = Date.UTC(2027, 0, 15, 12) / 1000
const NEXT = Date.UTC(2027, 1, 15, 12) / 1000
const HALF = NEXT - 15.5 * 86_400

const store = memoryStore()
const { stripe, emulator } = await start({ store, now: () => START })
afterAll(() => emulator.close())

let owner: Stripe.Customer
let subscription: Stripe.Subscription
let small: Stripe.Price
let large: Stripe.Price

beforeEach(async () => {
  owner = await customer(stripe)
  const { id: product } = await stripe.products.create({ name: 'Hosting' })
  const recurring = { interval: 'month' } as const
  small = await stripe.prices.create({ currency: 'usd', product, recurring, unit_amount: 1000 })
  large = await stripe.prices.create({ currency: 'usd', product, recurring, unit_amount: 3000 })
  subscription = await stripe.subscriptions.create({
    customer: owner.id,
    items: [{ price: small.id }],
    collection_method: 'send_invoice',
    days_until_due: 7,
  })
})

type Request = Parameters<typeof previewSubscription>[1]

/** A preview of what the store holds, at a time of its own. */
async function preview(request: Request, now = START): Promise<Invoice | undefined> {
  const database = new Database()
  for await (const row of store.load()) database.restore(row)
  const [account = ''] = database.accountIds()
  const context = { now, origin: 'http://localhost:9', platform: account, request: null }
  return new UnitOfWork(new Change(database), account, context).trial((unit) => {
    const draft = previewSubscription(unit, request)
    return draft && serialiseInvoice(unit, recalculate(unit, draft))
  })
}

/** `subscription_details`, of which nothing is given but this. */
function details(given: Partial<NonNullable<Request['subscription_details']>>) {
  return {
    billing_cycle_anchor: undefined,
    billing_mode: undefined,
    cancel_at: undefined,
    cancel_at_period_end: undefined,
    cancel_now: undefined,
    default_tax_rates: undefined,
    items: undefined,
    metadata: undefined,
    proration_behavior: undefined,
    proration_date: undefined,
    trial_end: undefined,
    ...given,
  }
}

function item(given: { id?: string; price?: string; quantity?: number; deleted?: boolean }) {
  return {
    clear_usage: undefined,
    deleted: undefined,
    discounts: undefined,
    id: undefined,
    metadata: undefined,
    plan: undefined,
    price: undefined,
    price_data: undefined,
    quantity: undefined,
    tax_rates: undefined,
    ...given,
  }
}

test('the next renewal is shown, dated when it will come', async () => {
  const invoice = await preview({ subscription: subscription.id })
  expect(invoice).toMatchObject({
    id: expect.stringMatching(/^upcoming_in_/),
    billing_reason: 'upcoming',
    created: NEXT,
    period_end: NEXT,
    period_start: START,
    status: 'draft',
    total: 1000,
  })
  expect(invoice?.lines.data[0]?.period.start).toBe(NEXT)
})

test('a change shows on the next renewal, with what is given back and owed', async () => {
  const [{ id } = { id: '' }] = subscription.items.data
  const subscription_details = details({ items: [item({ id, price: large.id })] })
  const invoice = await preview({ subscription: subscription.id, subscription_details }, HALF)
  expect(invoice?.lines.data.map(({ amount }) => amount)).toEqual([1500, -500, 3000])
})

test('a change that is billed at once shows alone, at the moment it is reckoned from', async () => {
  const [{ id } = { id: '' }] = subscription.items.data
  const items = [item({ id, quantity: 2 })]
  const given = { items, proration_behavior: 'always_invoice', proration_date: HALF } as const
  const invoice = await preview({ subscription: subscription.id, subscription_details: details(given) })
  expect(invoice).toMatchObject({
    parent: { subscription_details: { subscription_proration_date: HALF } },
    total: 500,
  })
})

test('an end shows what is given back', async () => {
  const subscription_details = details({ cancel_now: true })
  const invoice = await preview({ subscription: subscription.id, subscription_details }, HALF)
  expect(invoice?.total).toBe(-500)
})

test('a subscription that is yet to begin shows its first invoice', async () => {
  const subscription_details = details({ items: [item({ price: large.id, quantity: 2 })] })
  expect(await preview({ customer: owner.id, subscription_details })).toMatchObject({ total: 6000 })
  const trial = { ...subscription_details, trial_end: START + 86_400 }
  expect(await preview({ customer: owner.id, subscription_details: trial })).toMatchObject({ total: 0 })
})

test('without a renewal to come there is nothing to show', async () => {
  await stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true })
  await expect(preview({ subscription: subscription.id })).rejects.toMatchObject({
    status: 404,
    body: { code: 'invoice_upcoming_none' },
  })
})

test('a preview without a subscription is left to the invoices', async () => {
  expect(await preview({ customer: owner.id })).toBeUndefined()
})
