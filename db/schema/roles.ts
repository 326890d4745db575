import { sql } from 'drizzle-orm'
import { pgPolicy, pgRole } from 'drizzle-orm/pg-core'

/** May see one workspace: the one its transaction names. */
export const tenantRole = pgRole('centwise_tenant').existing()

/** The worker, the inbox and sign-in: crosses workspaces, and only on the tables that grant it. */
export const systemRole = pgRole('centwise_system').existing()

/** The workspace of the running transaction; NULL outside of one (the setting reads '' after a transaction). */
export const currentWorkspace = sql`nullif(current_setting('app.workspace_id', true), '')::uuid`

const isCurrentWorkspace = sql`workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid`

export const tenantPolicy = () =>
  pgPolicy('tenant', { to: tenantRole, for: 'all', using: isCurrentWorkspace, withCheck: isCurrentWorkspace })

export const systemPolicy = () =>
  pgPolicy('system', { to: systemRole, for: 'all', using: sql`true`, withCheck: sql`true` })
