import Stripe from 'stripe'
import { dice } from 'stripe-emulator/dice'
import { KEY, type LocalStripe } from './stripe'

type Roll = ReturnType<typeof dice>
type Ending = (stripe: Stripe, id: string) => Promise<unknown>

const ENDINGS: Ending[] = [
  async () => {},
  (stripe, id) => stripe.invoices.voidInvoice(id),
  (stripe, id) => stripe.invoices.markUncollectible(id),
  (stripe, id) => stripe.invoices.pay(id, { paid_out_of_band: true }),
  (stripe, id) => stripe.invoices.pay(id, { payment_method: 'pm_card_visa' }),
  async (stripe, id) => {
    await stripe.invoices.markUncollectible(id)
    await stripe.invoices.pay(id, { paid_out_of_band: true })
  },
]

/**
 * Lives of invoices that somebody leads in Stripe's own dashboard, until there are `count` events.
 * @returns the last `count` of them, oldest first
 */
export async function leadLives(local: LocalStripe, count: number, seed: number): Promise<Stripe.Event[]> {
  const roll = dice(seed)
  const stripe = inProcess(local)
  const customers = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      stripe.customers.create({ name: `Client ${n}`, email: `c${n}@example.com` }),
    ),
  )
  const account = (await stripe.accounts.retrieveCurrent()).id
  while (local.emulator.admin.events(account, count).length < count)
    await leadLife(stripe, roll, customers[Math.floor(roll() * customers.length)]?.id ?? '')
  const events = await stripe.events.list({ limit: 100 }).autoPagingToArray({ limit: count })
  return events.toReversed()
}

async function leadLife(stripe: Stripe, roll: Roll, customer: string) {
  const { id } = await stripe.invoices.create({
    customer,
    collection_method: 'send_invoice',
    days_until_due: 14,
  })
  const amount = 1000 + Math.floor(roll() * 100_000)
  await stripe.invoices.addLines(id, { lines: [{ description: 'Work', amount }] })
  const edits = Math.floor(roll() * 20)
  for (let n = 0; n < edits; n++) await stripe.invoices.update(id, { description: `Edit ${n}` })
  await stripe.invoices.finalizeInvoice(id)
  if (roll() < 0.8) await stripe.invoices.sendInvoice(id)
  await ENDINGS[Math.floor(roll() * ENDINGS.length)]?.(stripe, id)
}

function inProcess({ emulator }: LocalStripe) {
  const httpClient = Stripe.createFetchHttpClient((input, init) => emulator.fetch(new Request(input, init)))
  return new Stripe(KEY, { httpClient, telemetry: false, maxNetworkRetries: 0 })
}
