import type Stripe from 'stripe'
import type { World } from '../harness/world'

export const HOUR = 3600
export const DAY = 24 * HOUR

/** Noon of 15 January 2027. */
export const START = Date.UTC(2027, 0, 15, 12) / 1000

export interface Clocked {
  clock: Stripe.TestHelpers.TestClock
  customer: Stripe.Customer
}

/** Makes a customer on a clock of their own, with a card to be charged when one is named. */
export async function clocked({ clock, customer }: World, card?: string, start = START): Promise<Clocked> {
  const own = await clock(start)
  const paying = card ? { payment_method: card, invoice_settings: { default_payment_method: card } } : {}
  return { clock: own, customer: await customer({ test_clock: own.id, ...paying }) }
}

/** Makes a draft of 30 dollars that advances by itself. */
export async function advancing(
  { draft }: World,
  { id: customer }: Stripe.Customer,
  more: Partial<Stripe.InvoiceCreateParams> = {},
): Promise<Stripe.Invoice> {
  return draft(undefined, { customer, auto_advance: true, ...more })
}

/** To be charged, not sent. */
export const CHARGED = { collection_method: 'charge_automatically', days_until_due: undefined } as const
