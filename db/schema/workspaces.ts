import { sql } from 'drizzle-orm'
import { index, integer, pgEnum, pgPolicy, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { id, instantNow } from './columns'
import { currentWorkspace, systemPolicy, tenantPolicy, tenantRole } from './roles'
import { users } from './users'

export const role = pgEnum('role', ['owner', 'member', 'accountant'])

/** A freelancer's business: the tenant. Everything it owns names it. */
export const workspaces = pgTable(
  'workspaces',
  {
    id: id().primaryKey(),
    name: text().notNull(),
    country: text().notNull(),
    timeZone: text().notNull(),
    currency: text().notNull(),
    /** `acct_…` on Connect, or `own`: the account the secret key belongs to. */
    stripeAccount: text().notNull().unique('workspaces_stripe_account'),
    defaultTermsDays: integer().notNull().default(14),
    defaultMemo: text().notNull().default(''),
    defaultFooter: text().notNull().default(''),
    createdAt: instantNow(),
  },
  () => [
    pgPolicy('tenant', {
      to: tenantRole,
      for: 'all',
      using: sql`id = ${currentWorkspace}`,
      withCheck: sql`id = ${currentWorkspace}`,
    }),
    systemPolicy(),
  ],
)

/** A person's role in a business. */
export const memberships = pgTable(
  'memberships',
  {
    workspaceId: uuid()
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: role().notNull(),
    createdAt: instantNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.userId] }),
    index('memberships_user').on(t.userId),
    tenantPolicy(),
    systemPolicy(),
  ],
)
