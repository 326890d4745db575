import { sql } from 'drizzle-orm'
import { index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { id, instant, instantNow } from './columns'
import { systemPolicy } from './roles'

/** A person who can sign in. Stands outside any workspace. */
export const users = pgTable(
  'users',
  {
    id: id().primaryKey(),
    email: text().notNull(),
    name: text().notNull().default(''),
    passwordHash: text().notNull(),
    createdAt: instantNow(),
  },
  (t) => [uniqueIndex('users_email').on(sql`lower(${t.email})`), systemPolicy()],
)

/** One sign-in on one device: the revocable row that stands behind a session cookie. */
export const authSessions = pgTable(
  'auth_sessions',
  {
    id: id().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    userAgent: text().notNull().default(''),
    createdAt: instantNow(),
    lastSeenAt: instant().notNull().defaultNow(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
  },
  (t) => [index('auth_sessions_user').on(t.userId), systemPolicy()],
)
