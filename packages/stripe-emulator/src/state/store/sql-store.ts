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

const CREATE_INDEX = 'create index if not exists rows_by_seq on emulator.rows (seq)'

const UPSERT = `insert into emulator.rows (account, kind, id, seq, body)
select account, kind, id, seq, body
from jsonb_to_recordset($1::jsonb) as r(account text, kind text, id text, seq bigint, body text)
on conflict (account, kind, id) do update set seq = excluded.seq, body = excluded.body`

const SELECT = `select account, kind, id, seq, body from emulator.rows
where body is not null and seq > $1 order by seq limit 2000`

/** Keeps everything in `emulator.rows`. A gone row stays as a null body, so a commit is one statement. */
export function sqlStore(run: RunSql): Store {
  return {
    load: async function* () {
      for (const statement of [CREATE_SCHEMA, CREATE_TABLE, CREATE_INDEX]) await run(statement, [])
      let after = 0
      for (let rows = await page(run, after); rows.length > 0; rows = await page(run, after)) {
        yield* rows
        after = rows.at(-1)?.seq ?? after
      }
    },
    commit: async (rows) => {
      await run(UPSERT, [JSON.stringify(latest(rows).map(writeRow))])
    },
  }
}

/** The next rows in order of creation. */
async function page(run: RunSql, after: number): Promise<Row[]> {
  const { rows } = await run(SELECT, [after])
  return rows.map(readRow)
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
