import { date, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { minor, workspaceId } from './columns'
import { invoiceStatus } from './invoices'
import { systemPolicy, tenantPolicy } from './roles'
import { workspaces } from './workspaces'

/** How many invoices a business has in one status and currency, and their sums; kept by a trigger on invoices. */
export const invoiceTotals = pgTable(
  'invoice_totals',
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: 'cascade' }),
    status: invoiceStatus().notNull(),
    currency: text().notNull(),
    count: integer().notNull(),
    totalMinor: minor().notNull(),
    paidMinor: minor().notNull(),
    remainingMinor: minor().notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.status, t.currency] }), tenantPolicy(), systemPolicy()],
)

/**
 * How many open invoices of a business are due on one day in one currency, and what remains of them; kept by the same
 * trigger. A day on which none is due has no row.
 */
export const invoiceDueTotals = pgTable(
  'invoice_due_totals',
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: 'cascade' }),
    dueDate: date({ mode: 'string' }).notNull(),
    currency: text().notNull(),
    count: integer().notNull(),
    remainingMinor: minor().notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.dueDate, t.currency] }), tenantPolicy()],
)
