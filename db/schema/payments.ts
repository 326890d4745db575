import { foreignKey, index, integer, pgEnum, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, minor, workspaceId } from './columns'
import { invoices } from './invoices'
import { tenantPolicy } from './roles'
import { workspaces } from './workspaces'

export const paymentStatus = pgEnum('payment_status', ['open', 'paid', 'canceled', 'failed', 'processing'])

/** One payment of an invoice, as Stripe describes it, in Stripe's order. Only sync writes it. */
export const payments = pgTable(
  'payments',
  {
    /** `inpay_…`, or the invoice's own id with a suffix where the money never passed through Stripe. */
    id: text().notNull(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: 'cascade' }),
    invoiceId: uuid().notNull(),
    position: integer().notNull(),
    /** `pi_…`: what an event about the payment names. */
    paymentIntent: text(),
    amountMinor: minor().notNull(),
    currency: text().notNull(),
    status: paymentStatus().notNull(),
    /** `Visa ···· 4242`, `Outside Stripe`, … */
    method: text().notNull(),
    failure: text(),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.invoiceId],
      foreignColumns: [invoices.workspaceId, invoices.id],
    }).onDelete('cascade'),
    index('payments_invoice').on(t.workspaceId, t.invoiceId, t.position),
    index('payments_intent').on(t.workspaceId, t.paymentIntent),
    tenantPolicy(),
  ],
)
