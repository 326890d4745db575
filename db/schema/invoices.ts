import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgSequence,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { clients } from './clients'
import { id, instant, instantNow, minor, workspaceId } from './columns'
import { systemPolicy, tenantPolicy } from './roles'
import { workspaces } from './workspaces'

export const invoiceStatus = pgEnum('invoice_status', ['draft', 'open', 'paid', 'void', 'uncollectible'])
export const taxBehavior = pgEnum('tax_behavior', ['exclusive', 'inclusive'])
export const paymentState = pgEnum('payment_state', ['none', 'processing', 'requires_action', 'failed'])

/** `value` is a percentage, or an amount in major units of the invoice's currency; empty while it is being typed. */
export type StoredDiscount = { kind: 'percent' | 'amount'; value: string }

/** The first and the last day of a service, `YYYY-MM-DD`; empty while they are being chosen. */
export type StoredPeriod = { from: string; to: string }

/** Orders what we learn from Stripe: the ticket is drawn before the fetch, and the greatest ticket wins. */
export const syncTicket = pgSequence('sync_ticket')

/** A draft of ours, then the mirror of one Stripe invoice. Only sync writes the mirrored columns. */
export const invoices = pgTable(
  'invoices',
  {
    id: id(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: 'cascade' }),
    clientId: uuid(),
    /** Counts the edits of the draft; a save or a send with an older one is refused. */
    version: integer().notNull().default(1),
    currency: text().notNull(),
    taxBehavior: taxBehavior().notNull().default('exclusive'),
    termsDays: integer(),
    dueDate: date({ mode: 'string' }),
    memo: text().notNull().default(''),
    footer: text().notNull().default(''),
    discount: jsonb().$type<StoredDiscount>(),
    /** The client's own number for the order, printed on the invoice. */
    poNumber: text().notNull().default(''),
    createdAt: instantNow(),
    updatedAt: instantNow(),

    // Mirrors Stripe from here on. On a draft the amounts are ours, so that the list can show them.
    stripeId: text(),
    status: invoiceStatus().notNull().default('draft'),
    number: text(),
    // What is searched. An expression could not be indexed for it: with row-level security only columns can.
    numberStart: text().generatedAlwaysAs(sql`upper(number)`),
    numberEnd: text().generatedAlwaysAs(sql`reverse(upper(number))`),
    customerName: text(),
    customerEmail: text(),
    subtotalMinor: minor().notNull().default(0),
    discountMinor: minor().notNull().default(0),
    taxMinor: minor().notNull().default(0),
    totalMinor: minor().notNull().default(0),
    amountDueMinor: minor().notNull().default(0),
    amountPaidMinor: minor().notNull().default(0),
    amountRemainingMinor: minor().notNull().default(0),
    attemptCount: integer().notNull().default(0),
    paymentState: paymentState().notNull().default('none'),
    paymentError: text(),
    paidOutOfBand: boolean().notNull().default(false),
    finalizedAt: instant(),
    sentAt: instant(),
    paidAt: instant(),
    voidedAt: instant(),
    markedUncollectibleAt: instant(),
    deletedAt: instant(),
    syncTicket: bigint({ mode: 'number' }).notNull().default(0),
    syncedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.clientId], foreignColumns: [clients.workspaceId, clients.id] }),
    uniqueIndex('invoices_stripe').on(t.workspaceId, t.stripeId),
    // One for each status: row-level security lets no comparison of enums into an index, but it lets a part of it.
    ...invoiceStatus.enumValues.map((status) =>
      index(`invoices_${status}`)
        .on(t.workspaceId, t.id)
        .where(sql.raw(`status = '${status}'`)),
    ),
    index('invoices_by_client').on(t.workspaceId, t.clientId, t.id),
    index('invoices_number_start').on(t.workspaceId, t.numberStart.op('text_pattern_ops')),
    index('invoices_number_end').on(t.workspaceId, t.numberEnd.op('text_pattern_ops')),
    index('invoices_due')
      .on(t.workspaceId, t.dueDate, t.id)
      .where(sql`status = 'open' and deleted_at is null`),
    tenantPolicy(),
    systemPolicy(),
  ],
)

/** One line of an invoice, in the order a person gave it. */
export const invoiceLines = pgTable(
  'invoice_lines',
  {
    id: id(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: 'cascade' }),
    invoiceId: uuid().notNull(),
    stripeId: text(),
    position: integer().notNull(),
    description: text().notNull(),
    /** Decimal as typed, in units; `unit_price` a decimal in major units of the invoice's currency. */
    quantity: text().notNull(),
    unitPrice: text().notNull(),
    /** Empty for a line without tax. */
    taxPercent: text().notNull().default(''),
    discount: jsonb().$type<StoredDiscount>(),
    period: jsonb().$type<StoredPeriod>(),
    amountMinor: minor().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.invoiceId],
      foreignColumns: [invoices.workspaceId, invoices.id],
    }).onDelete('cascade'),
    index('invoice_lines_invoice').on(t.workspaceId, t.invoiceId, t.position),
    tenantPolicy(),
  ],
)
