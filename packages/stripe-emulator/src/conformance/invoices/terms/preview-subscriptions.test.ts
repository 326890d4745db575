import type Stripe from 'stripe'
import { expect } from 'vitest'
import { rule } from '../../harness/rule'
import type { World } from '../../harness/world'

const SECTION = 'api/invoices/create_preview'

async function monthly(stripe: Stripe, amount: number): Promise<Stripe.Price> {
  const product = await stripe.products.create({ name: 'Retainer' })
  const recurring = { interval: 'month' } as const
  return stripe.prices.create({ product: product.id, currency: 'usd', unit_amount: amount, recurring })
}

async function subscribed({ stripe, customer }: World, amount: number) {
  const { id } = await customer()
  const price = await monthly(stripe, amount)
  return stripe.subscriptions.create({
    customer: id,
    items: [{ price: price.id }],
    collection_method: 'send_invoice',
    days_until_due: 30,
  })
}

rule('a preview shows the next invoice of a subscription', SECTION, async (world) => {
  const subscription = await subscribed(world, 4000)
  const preview = await world.stripe.invoices.createPreview({ subscription: subscription.id })
  expect(preview).toMatchObject({
    billing_reason: 'upcoming',
    customer: subscription.customer,
    total: 4000,
    parent: { type: 'subscription_details', subscription_details: { subscription: subscription.id } },
  })
  expect(preview.lines.data[0]?.period.start).toBe(subscription.items.data[0]?.current_period_end)
})

rule('a preview shows the first invoice of a new subscription', SECTION, async ({ stripe, customer }) => {
  const { id } = await customer()
  const price = await monthly(stripe, 2500)
  const preview = await stripe.invoices.createPreview({
    customer: id,
    subscription_details: { items: [{ price: price.id, quantity: 2 }] },
  })
  expect(preview.total).toBe(5000)
  expect((await stripe.subscriptions.list({ customer: id })).data).toEqual([])
})

rule('more may be billed with the next invoice', SECTION, async (world) => {
  const { id } = await subscribed(world, 4000)
  const preview = await world.stripe.invoices.createPreview({
    subscription: id,
    invoice_items: [{ amount: 500, currency: 'usd' }],
  })
  expect(preview.total).toBe(4500)
})

rule('an ended subscription has no next invoice', SECTION, async (world) => {
  const { id } = await subscribed(world, 4000)
  await world.stripe.subscriptions.cancel(id)
  const error = await world.refusal(world.stripe.invoices.createPreview({ subscription: id }))
  expect(error).toMatchObject({ statusCode: 404, code: 'invoice_upcoming_none' })
})
