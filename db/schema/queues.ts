import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
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
import { clients } from './clients'
import { dueNow, id, instant, instantNow, workspaceId } from './columns'
import { invoices } from './invoices'
import { systemPolicy, tenantPolicy } from './roles'
import { workspaces } from './workspaces'

export const opState = pgEnum('op_state', ['open', 'done', 'failed'])
export const eventState = pgEnum('event_state', ['pending', 'done', 'dead'])

/** `step` is the step that failed. */
export type OpError = { code: string; message: string; field?: string; step: string }

/** What an operation is about: the table of `subject_id`. */
export type Subject = 'invoice' | 'client'

const subjectIf = (subject: Subject) =>
  uuid().generatedAlwaysAs(sql.raw(`case when subject = '${subject}' then subject_id end`))

/** One piece of work at Stripe that happens exactly once, step by step; it outlives the process that began it. */
export const operations = pgTable(
  'operations',
  {
    id: id(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: 'cascade' }),
    /** Names the definition that knows the steps. */
    kind: text().notNull(),
    subject: text().$type<Subject>().notNull(),
    subjectId: uuid().notNull(),
    // The subject once more, under the name of its table, so that the database knows it is there.
    invoiceId: subjectIf('invoice'),
    clientId: subjectIf('client'),
    /** What was wanted, as it stood at the click; later edits do not reach it. */
    snapshot: jsonb().$type<unknown>().notNull(),
    /** Which shape the snapshot has: the definition of its kind reads this one and every earlier one. */
    version: integer().notNull(),
    step: text().notNull(),
    /** Part of every idempotency key; rises when Stripe has to be asked anew. */
    attempt: integer().notNull().default(1),
    /** Since when the key of this step and attempt may have been used, by the clock of Stripe. */
    keySince: instantNow(),
    /** How often Stripe has answered this key with a failure of its own, which it may keep and repeat. */
    keptFailures: integer().notNull().default(0),
    /** The sync ticket of the next answer: drawn before Stripe is asked. */
    ticket: bigint({ mode: 'number' }).notNull().default(sql`nextval('sync_ticket')`),
    /** What each finished step brought back. */
    results: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    state: opState().notNull().default('open'),
    error: jsonb().$type<OpError>(),
    /** How often it had to rest, over all steps. */
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
    foreignKey({
      columns: [t.workspaceId, t.clientId],
      foreignColumns: [clients.workspaceId, clients.id],
    }).onDelete('cascade'),
    check('operations_has_subject', sql`num_nonnulls(invoice_id, client_id) = 1`),
    index('operations_subject').on(t.workspaceId, t.subjectId, t.id),
    uniqueIndex('operations_one_open').on(t.workspaceId, t.subjectId).where(sql`state = 'open'`),
    index('operations_due').on(t.nextTryAt).where(sql`state = 'open'`),
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
