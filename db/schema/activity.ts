import { index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { id, instantNow, workspaceId } from './columns'
import { systemPolicy, tenantPolicy } from './roles'
import { workspaces } from './workspaces'

/** Who did what, append-only: one row for every change of state, written in its transaction. */
export const activity = pgTable(
  'activity',
  {
    id: id(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: 'cascade' }),
    /** Null: Centwise itself, or Stripe. */
    userId: uuid(),
    subjectId: uuid().notNull(),
    kind: text().notNull(),
    detail: jsonb().$type<Record<string, string | number | null>>().notNull().default({}),
    createdAt: instantNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('activity_subject').on(t.workspaceId, t.subjectId, t.id),
    tenantPolicy(),
    systemPolicy(),
  ],
)
