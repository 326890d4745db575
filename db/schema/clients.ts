import { index, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, instant, instantNow, workspaceId } from './columns'
import { systemPolicy, tenantPolicy } from './roles'
import { workspaces } from './workspaces'

export type Address = {
  line1: string
  line2: string
  city: string
  postalCode: string
  state: string
  country: string
}

/** Who is billed. Becomes a Stripe customer when first invoiced (`stripe_id` is null until then). */
export const clients = pgTable(
  'clients',
  {
    id: id(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: 'cascade' }),
    stripeId: text(),
    /** The customer this client was until it was deleted at Stripe; it is in the key that makes the next one. */
    formerStripeId: text(),
    name: text().notNull(),
    email: text().notNull(),
    phone: text().notNull().default(''),
    address: jsonb().$type<Address>(),
    language: text(),
    note: text().notNull().default(''),
    archivedAt: instant(),
    createdAt: instantNow(),
    updatedAt: instantNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex('clients_stripe').on(t.workspaceId, t.stripeId),
    index('clients_name').on(t.workspaceId, t.name, t.id),
    tenantPolicy(),
    systemPolicy(),
  ],
)
