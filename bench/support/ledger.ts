import { sql } from 'drizzle-orm'
import type { Store } from '@/db/store'
import { forWorkspace } from '@/db/workspace'
import type { Member } from '@/lib/accounts/member'

const BATCH = 5_000
const CLIENTS = 200

/** Fills a business with invoices of the last years, by SQL: most paid, a quarter open, a few of every other kind. */
export async function fillLedger(store: Store, { workspaceId }: Member, count: number) {
  await forWorkspace(workspaceId, (tx) => tx.execute(CLIENT_ROWS))
  for (let from = 1; from <= count; from += BATCH)
    await forWorkspace(workspaceId, (tx) => tx.execute(invoiceRows(from, Math.min(from + BATCH - 1, count))))
  // As it would be in a database that has been running for a while.
  for (const table of ['invoices', 'invoice_totals', 'invoice_due_totals', 'clients'])
    await store.db.execute(sql.raw(`vacuum analyze ${table}`))
}

const CLIENT_ROWS = sql`
  insert into clients (id, name, email)
  select gen_random_uuid(), 'Client ' || n, 'client-' || n || '@example.com'
  from generate_series(1, ${CLIENTS}::int) n`

function invoiceRows(from: number, to: number) {
  return sql`
    with client as (select id, name, row_number() over (order by id) as place from clients)
    insert into invoices (id, client_id, customer_name, currency, status, number, stripe_id, total_minor,
      amount_due_minor, amount_paid_minor, amount_remaining_minor, due_date, finalized_at, sync_ticket)
    select ${idOf}, client.id, client.name, 'eur', status::invoice_status,
      case when status <> 'draft' then 'LEDGER-' || lpad(n::text, 6, '0') end,
      case when status <> 'draft' then 'in_' || n end,
      amount, amount, case when status = 'paid' then amount else 0 end,
      case when status = 'paid' then 0 else amount end,
      current_date + (n % 60)::int - 30, case when status <> 'draft' then now() end, n
    from (
      select n, 1000 + (n::bigint * 7919) % 900000 as amount,
        case when n % 20 < 12 then 'paid' when n % 20 < 17 then 'open' when n % 20 < 19 then 'draft' else 'void' end
          as status
      from generate_series(${from}::int, ${to}::int) n
    ) invoice
    join client on client.place = 1 + n % ${CLIENTS}::int`
}

/** A UUIDv7 a minute apart from the one before it. */
const idOf = sql`(
  select (substr(hex, 1, 8) || '-' || substr(hex, 9, 4) || '-7' || substr(noise, 1, 3)
    || '-8' || substr(noise, 4, 3) || '-' || substr(noise, 7, 12))::uuid
  from (select
    lpad(to_hex((extract(epoch from now()) * 1000)::bigint - (1000000 - n)::bigint * 60000), 12, '0') as hex,
    md5(random()::text || n) as noise
  ) as parts)`
