import { PGlite } from '@electric-sql/pglite'
import { Pool } from 'pg'

type Run = (text: string, values?: unknown[]) => Promise<unknown>

const TABLE = 'create table if not exists floor_events (id text primary key, body jsonb not null)'
const INSERT = 'insert into floor_events (id, body) values ($1, $2) on conflict do nothing'

let opened: Promise<Run> | undefined

export async function insertEvent(id: string, body: string) {
  opened ??= open()
  const run = await opened
  await run(INSERT, [id, body])
}

async function open(): Promise<Run> {
  const run = connect()
  await run(TABLE)
  return run
}

function connect(): Run {
  const { DATABASE_URL: connectionString, CENTWISE_DATA_DIR: folder } = process.env
  if (connectionString) {
    const pool = new Pool({ connectionString, max: 10 })
    return (text, values) => pool.query(text, values)
  }
  const pglite = new PGlite(`${folder}/floor`)
  return (text, values) => pglite.query(text, values)
}
