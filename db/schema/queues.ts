import { sql } from 'drizzle-orm'
import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { dueNow, id, instant, instantNow, workspaceId } from './columns'
import { invoices } from './invoices'
import { systemPolicy, tenantPolicy } from './roles'
import { workspaces } from './workspaces'

export const sendKind = pgEnum('send_kind', ['send', 'finalize'])
export const opState = pgEnum('op_state', ['open', 'done', 'failed'])
export const eventState = pgEnum('event_state', ['pending', 'done', 'dead'])

export type OpError = { code: string; message: string; field?: string; step: string }

/** One attempt to turn a draft into a Stripe invoice, step by step; it outlives the process that began it. */
export const sendOps = pgTable(
  'send_ops',
  {
    id: id(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: 'cascade' }),
    invoiceId: uuid().notNull(),
    kind: sendKind().notNull(),
    /**
     * What is billed, as it was when Send was pressed; later edits of the draft do not reach it. Null when an invoice
     * that is open already is only e-mailed again.
     */
    snapshot: jsonb().$type<unknown>(),
    step: text().notNull(),
    /** Part of every idempotency key; rises only after a definite refusal. */
    attempt: integer().notNull().default(1),
    /** What each finished step brought back. */
    results: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    state: opState().notNull().default('open'),
    error: jsonb().$type<OpError>(),
    tries: integer().notNull().default(0),
    nextTryAt: dueNow(),
    leaseUntil: instant(),
    startedBy: uuid(),
    createdAt: instantNow(),
    finishedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.invoiceId],
      foreignColumns: [invoices.workspaceId, invoices.id],
    }).onDelete('cascade'),
    index('send_ops_invoice').on(t.workspaceId, t.invoiceId, t.id),
    uniqueIndex('send_ops_one_open').on(t.workspaceId, t.invoiceId).where(sql`state = 'open'`),
    index('send_ops_due').on(t.nextTryAt).where(sql`state = 'open'`),
    tenantPolicy(),
    systemPolicy(),
  ],
)

/**
 * The inbox: every Stripe event ever accepted, once. It is kept before it is routed, so it may name no workspace yet;
 * afterwards it feeds the timeline of that workspace.
 */
export const stripeEvents = pgTable(
  'stripe_events',
  {
    /** `acct_…`, or `own` for the account of the secret key. */
    account: text().notNull(),
    eventId: text().notNull(),
    workspaceId: uuid().references(() => workspaces.id, { onDelete: 'cascade' }),
    type: text().notNull(),
    /** The Stripe invoice the event speaks of, when it speaks of one. */
    stripeInvoiceId: text(),
    payload: jsonb().$type<unknown>().notNull(),
    createdAt: instant().notNull(),
    receivedAt: instantNow(),
    state: eventState().notNull().default('pending'),
    error: text(),
    tries: integer().notNull().default(0),
    nextTryAt: dueNow(),
    leaseUntil: instant(),
    doneAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.account, t.eventId] }),
    index('stripe_events_due').on(t.nextTryAt).where(sql`state = 'pending'`),
    index('stripe_events_invoice').on(t.workspaceId, t.stripeInvoiceId),
    tenantPolicy(),
    systemPolicy(),
  ],
)

/** How far the sweep has read one account's event list; a row is made with its workspace, by a trigger. */
export const sweeps = pgTable(
  'sweeps',
  {
    account: text()
      .primaryKey()
      .references(() => workspaces.stripeAccount, { onDelete: 'cascade', onUpdate: 'cascade' }),
    eventsUntil: instant(),
    invoicesReadAt: instant(),
    nextTryAt: dueNow(),
    leaseUntil: instant(),
  },
  () => [systemPolicy()],
)
