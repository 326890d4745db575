import { boolean, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, instantNow, minor, workspaceId } from './columns'
import { tenantPolicy } from './roles'
import { workspaces } from './workspaces'

/** A tax percentage that invoices of this business use: a Stripe tax rate, whose percentage can never change. */
export const taxRates = pgTable(
  'tax_rates',
  {
    id: id(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: 'cascade' }),
    stripeId: text(),
    percent: text().notNull(),
    inclusive: boolean().notNull(),
    createdAt: instantNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex('tax_rates_percent').on(t.workspaceId, t.percent, t.inclusive),
    tenantPolicy(),
  ],
)

/** A discount that invoices of this business have used: a Stripe coupon, one for each distinct value. */
export const coupons = pgTable(
  'coupons',
  {
    id: id(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: 'cascade' }),
    stripeId: text().notNull(),
    percent: text(),
    amountMinor: minor(),
    currency: text(),
    createdAt: instantNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex('coupons_stripe').on(t.workspaceId, t.stripeId),
    tenantPolicy(),
  ],
)
