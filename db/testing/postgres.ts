import { randomBytes } from 'node:crypto'
import { Client } from 'pg'

const OWNER = 'centwise_test_owner'
const SETUP_LOCK = 6_217_044

/** The address of a PostgreSQL where tests may make databases; undefined when none was named and none answers. */
export async function findPostgres(): Promise<string | undefined> {
  const named = process.env.TEST_DATABASE_URL
  const url = named ?? 'postgres://postgres@127.0.0.1:5432/postgres'
  try {
    await asAdmin(url, (admin) => admin.query('select 1'))
    return url
  } catch (error) {
    if (named) throw error
  }
}

/** Makes an empty database that belongs to a role with no more rights than an app should need. */
export async function createPostgres(adminUrl: string) {
  const name = `centwise_test_${randomBytes(6).toString('hex')}`
  await asAdmin(adminUrl, async (admin) => {
    await admin.query('select pg_advisory_lock($1)', [SETUP_LOCK])
    await admin.query(OWNER_SETUP)
    await admin.query(`create database ${name} owner ${OWNER}`)
  })
  const url = new URL(adminUrl)
  url.username = OWNER
  url.password = OWNER
  url.pathname = name
  const drop = () => asAdmin(adminUrl, (admin) => admin.query(`drop database ${name} with (force)`))
  return { url: url.href, drop }
}

/** From PostgreSQL 16 on, a role that another owner made can only be granted by an administrator. */
const OWNER_SETUP = `do $$
declare existing text;
begin
  if not exists (select from pg_roles where rolname = '${OWNER}') then
    create role ${OWNER} login createrole nosuperuser password '${OWNER}';
  end if;
  for existing in select rolname from pg_roles where rolname in ('centwise_tenant', 'centwise_system') loop
    execute format('grant %I to ${OWNER}', existing);
  end loop;
end $$`

async function asAdmin<T>(url: string, work: (admin: Client) => Promise<T>): Promise<T> {
  const admin = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  await admin.connect()
  try {
    return await work(admin)
  } finally {
    await admin.end()
  }
}
