import type Stripe from 'stripe'
import { type Clocked, clocked } from '../automation/clocked'
import type { World } from '../harness/world'

export const SENT = { collection_method: 'send_invoice', days_until_due: 7 } as const

type Terms = Partial<Stripe.SubscriptionCreateParams>
type Recurring = Stripe.PriceCreateParams.Recurring

/** Makes a price for every month, 10 dollars unless said otherwise. */
export async function priced(
  { stripe }: World,
  unit_amount = 1000,
  recurring: Recurring = { interval: 'month' },
  more: Partial<Stripe.PriceCreateParams> = {},
): Promise<Stripe.Price> {
  const { id: product } = await stripe.products.create({ name: 'Hosting' })
  return stripe.prices.create({ currency: 'usd', product, recurring, unit_amount, ...more })
}

export interface Subscribed extends Clocked {
  price: Stripe.Price
  subscription: Stripe.Subscription
}

/** Makes a customer on a clock who subscribes to hosting: charged when there is a card, and sent invoices when not. */
export async function subscribed(
  world: World,
  { card, start, ...terms }: Terms & { card?: string; start?: number } = {},
): Promise<Subscribed> {
  const own = await clocked(world, card, start)
  const price = await priced(world)
  const subscription = await world.stripe.subscriptions.create({
    customer: own.customer.id,
    items: [{ price: price.id }],
    ...(card ? {} : SENT),
    ...terms,
  })
  return { ...own, price, subscription }
}

/** Returns the latest invoice of a subscription. */
export async function latestInvoice({ stripe }: World, id: string): Promise<Stripe.Invoice> {
  const { latest_invoice: latest } = await stripe.subscriptions.retrieve(id)
  if (typeof latest !== 'string') throw new Error(`subscription ${id} has no invoice`)
  return stripe.invoices.retrieve(latest)
}

export function firstItem({ items }: Stripe.Subscription): Stripe.SubscriptionItem {
  const [item] = items.data
  if (!item) throw new Error('the subscription has no items')
  return item
}

/** Returns unix seconds of a moment in UTC. */
export function at(text: string): number {
  return Date.parse(`${text}Z`) / 1000
}
