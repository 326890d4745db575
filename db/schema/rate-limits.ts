import { integer, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './columns'
import { systemPolicy } from './roles'

/** How often something was tried under one key (an account, an address, a member) since a window began. */
export const rateLimits = pgTable(
  'rate_limits',
  {
    key: text().primaryKey(),
    count: integer().notNull(),
    windowStartedAt: instant().notNull().defaultNow(),
    blockedUntil: instant(),
  },
  () => [systemPolicy()],
)
