import type { Row, Store } from './store'

/** Runs one statement; `pg` and PGlite both fit behind it. */
export type RunSql = (sql: string, params: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>

const CREATE_SCHEMA = 'create schema if not exists emulator'

const CREATE_TABLE = `create table if not exists emulator.rows (
  account text not null,
  kind text not null,
  id text not null,
  seq bigint not null,
  body text,
  primary key (account, kind, id)
)`

const UPSERT = `insert into emulator.rows (account, kind, id, seq, body)
select account, kind, id, seq, body
from jsonb_to_recordset($1::jsonb) as r(account text, kind text, id text, seq bigint, body text)
on conflict (account, kind, id) do update set seq = excluded.seq, body = excluded.body`

const SELECT = 'select account, kind, id, seq, body from emulator.rows where body is not null order by seq'

/** Keeps everything in `emulator.rows`. A gone row stays as a null body, so a commit is one statement. */
export function sqlStore(run: RunSql): Store {
  return {
    load: async () => {
      await run(CREATE_SCHEMA, [])
      await run(CREATE_TABLE, [])
      const { rows } = await run(SELECT, [])
      return rows.map(readRow)
    },
    commit: async (rows) => {
      await run(UPSERT, [JSON.stringify(latest(rows).map(writeRow))])
    },
  }
}

function readRow(row: Record<string, unknown>): Row {
  return {
    account: String(row.account),
    kind: String(row.kind),
    id: String(row.id),
    seq: Number(row.seq),
    body: JSON.parse(String(row.body)),
  }
}

// JSON text can carry an escaped NUL, which jsonb refuses inside a string; the body is text twice over for that.
function writeRow(row: Row) {
  return { ...row, body: row.body === null ? null : JSON.stringify(row.body) }
}

/** One statement may touch a row once only. */
function latest(rows: Row[]): Row[] {
  return [...new Map(rows.map((row) => [`${row.account} ${row.kind} ${row.id}`, row])).values()]
}
