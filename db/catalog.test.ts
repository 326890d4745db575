import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from './connection'
import { onEachDatabase } from './testing/testing'

/** People, and what belongs to a deployment as a whole; only the system role reaches them. */
const OUTSIDE_WORKSPACES = ['auth_sessions', 'rate_limits', 'sweeps', 'users']

/** An accepted event is kept before anyone knows whose it is. */
const MAY_LACK_A_WORKSPACE = ['stripe_events']

const TENANT_TABLES = sql`
  select c.oid, c.relname as name from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and c.relname not in (${sql.join(
      OUTSIDE_WORKSPACES.map((name) => sql`${name}`),
      sql`, `,
    )})`

async function names(query: ReturnType<typeof sql>) {
  const { db } = await database()
  const { rows } = await db.execute<{ name: string }>(query)
  return rows.map(({ name }) => name).sort()
}

onEachDatabase(() => {
  test('every table enables and forces row-level security', async () => {
    const lacking = sql`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and not (relrowsecurity and relforcerowsecurity)`
    expect(await names(lacking)).toEqual([])
  })

  test('every tenant table names its workspace in every row', async () => {
    const lacking = sql`
      select t.name from (${TENANT_TABLES}) t where t.name <> 'workspaces' and not exists (
        select from pg_attribute a where a.attrelid = t.oid and a.attname = 'workspace_id' and a.attnotnull)`
    expect(await names(lacking)).toEqual(MAY_LACK_A_WORKSPACE)
  })

  test('every tenant table has one policy for the tenant, for reading and for writing', async () => {
    const lacking = sql`
      select t.name from (${TENANT_TABLES}) t left join pg_policy p
        on p.polrelid = t.oid and p.polroles = array['centwise_tenant'::regrole::oid]
      group by t.name having not coalesce(count(*) = 1 and bool_and(
        p.polcmd = '*' and p.polpermissive
        and pg_get_expr(p.polqual, p.polrelid) like '%app.workspace_id%'
        and pg_get_expr(p.polwithcheck, p.polrelid) = pg_get_expr(p.polqual, p.polrelid)), false)`
    expect(await names(lacking)).toEqual([])
  })

  test('a reference between tenant tables carries the workspace on both sides', async () => {
    const lacking = sql`
      select f.conname as name from pg_constraint f
        join (${TENANT_TABLES}) source on source.oid = f.conrelid
        join (${TENANT_TABLES}) target on target.oid = f.confrelid and target.name <> 'workspaces'
      where f.contype = 'f' and not exists (
        select from unnest(f.conkey, f.confkey) as pair (ours, theirs)
          join pg_attribute a on a.attrelid = f.conrelid and a.attnum = pair.ours and a.attname = 'workspace_id'
          join pg_attribute b on b.attrelid = f.confrelid and b.attnum = pair.theirs and b.attname = 'workspace_id')`
    expect(await names(lacking)).toEqual([])
  })

  test('a column that names a row of a workspace is a foreign key', async () => {
    const lacking = sql`
      select t.name || '.' || a.attname as name from (${TENANT_TABLES}) t
        join pg_attribute a on a.attrelid = t.oid and a.attname in ('client_id', 'invoice_id', 'item_id')
      where not exists (select from pg_constraint f
        where f.contype = 'f' and f.conrelid = t.oid and a.attnum = any (f.conkey))`
    expect(await names(lacking)).toEqual([])
  })

  test('the roles of the app own nothing, bypass nothing and cannot sign in', async () => {
    const mighty = sql`
      select r.rolname as name from pg_roles r where r.rolname in ('centwise_tenant', 'centwise_system') and (
        r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolcanlogin
        or exists (select from pg_class c where c.relowner = r.oid))`
    expect(await names(mighty)).toEqual([])
  })

  test('the tenant role has no right at all on what stands outside workspaces', async () => {
    const granted = sql`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
        and not has_table_privilege('centwise_tenant', oid, 'select, insert, update, delete')`
    expect(await names(granted)).toEqual(OUTSIDE_WORKSPACES)
  })

  test('no function runs with the rights of its owner', async () => {
    expect(await names(sql`select proname as name from pg_proc where prosecdef`)).toEqual([])
  })
})
