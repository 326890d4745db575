import 'server-only'
import { createHash } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { clients } from '@/db/schema/clients'
import type { WorkspaceTx } from '@/db/workspace'
import { type Customer, customerParams } from '@/lib/stripe/customer'
import { OURS } from '@/lib/stripe/metadata'
import { type Billing, stripeFor } from '@/lib/stripe/stripe-for'

/** Makes the Stripe customer of a client who has none. */
export async function makeCustomer(billing: Billing, client: Customer, attempt: number) {
  return (await stripeFor(billing).createCustomer(customerParams(client), customerKey(client, attempt))).id
}

/** The Stripe customer who was made for a client; null when there is none. Of deleted ones Stripe says nothing. */
export async function findCustomer(billing: Billing, client: Customer): Promise<string | null> {
  for await (const { id, metadata } of stripeFor(billing).listCustomers(client.email))
    if (metadata[OURS.client] === client.id) return id
  return null
}

export async function keepCustomer(tx: WorkspaceTx, clientId: string, stripeId: string) {
  await tx
    .update(clients)
    .set({ stripeId })
    .where(and(eq(clients.id, clientId), isNull(clients.stripeId)))
}

/** The customer was deleted at Stripe: the next invoice of this client makes another one. */
export async function forgetCustomer(tx: WorkspaceTx, clientId: string, stripeId: string) {
  await tx
    .update(clients)
    .set({ stripeId: null, formerStripeId: stripeId })
    .where(and(eq(clients.id, clientId), eq(clients.stripeId, stripeId)))
}

/**
 * Of the client and not of the operation, so that two first invoices of one client at once make one customer. The
 * customer who was deleted is in it, or Stripe would answer with that one again, for a day.
 */
function customerKey({ formerCustomer, ...client }: Customer, attempt: number) {
  const digest = createHash('sha256').update(JSON.stringify(client)).digest('hex').slice(0, 16)
  const parts = ['client', client.id, digest, formerCustomer, attempt > 1 ? attempt : null]
  return parts.filter((part) => part !== null).join(':')
}
