import 'server-only'
import { and, asc, desc, eq, gt, isNull, lt, type SQL, sql } from 'drizzle-orm'
import { clients } from '@/db/schema/clients'
import { invoices } from '@/db/schema/invoices'
import { invoiceDueTotals, invoiceTotals } from '@/db/schema/totals'
import type { WorkspaceTx } from '@/db/workspace'
import { cursorAfter, cursorBefore, parseCursor } from '@/lib/invoices/cursor'
import type { InvoiceFilter, InvoiceTab } from '@/lib/invoices/filter'
import { overviewOf } from '@/lib/invoices/overview'
import type { InvoiceOverview, InvoicePage } from '@/lib/invoices/view'
import { latestSend, progressOf } from './draft'
import { overdueBefore } from './overdue'
import { searched } from './search'
import { summaryColumns, summaryOf } from './summary'

export const PAGE_ROWS = 50

/** One page, newest first. One row more than a page tells whether there is another. */
export async function invoicePage(
  tx: WorkspaceTx,
  filter: InvoiceFilter,
  today: string,
): Promise<InvoicePage> {
  const cursor = parseCursor(filter.cursor)
  const isBackwards = cursor?.direction === 'newer'
  const shown = tx
    .select(summaryColumns)
    .from(invoices)
    .leftJoin(clients, and(eq(clients.workspaceId, invoices.workspaceId), eq(clients.id, invoices.clientId)))
    .where(
      and(
        isNull(invoices.deletedAt),
        await IN_TAB[filter.status](tx, today),
        await searched(tx, filter.q),
        filter.client ? eq(invoices.clientId, filter.client) : undefined,
        cursor ? (isBackwards ? gt : lt)(invoices.id, cursor.id) : undefined,
      ),
    )
    .orderBy((isBackwards ? asc : desc)(invoices.id))
    .limit(PAGE_ROWS + 1)
    .as('shown')
  const send = latestSend(tx, shown.id)
  const query = tx
    .select()
    .from(shown)
    .leftJoinLateral(send, sql`true`)
    .orderBy((isBackwards ? asc : desc)(shown.id))
  // What a search or a day finds may be rare or common: the plan depends on it.
  const isPlain = filter.q === '' && filter.status !== 'overdue'
  const found = await (isPlain ? query.prepare('list').execute() : query)
  const hasMore = found.length > PAGE_ROWS
  const page = found.slice(0, PAGE_ROWS).map(({ shown, send }) => summaryOf(shown, send && progressOf(send)))
  if (isBackwards) page.reverse()
  return {
    rows: page,
    next: hasMore || isBackwards ? cursorAfter(page.at(-1)) : null,
    previous: isBackwards ? (hasMore ? cursorBefore(page[0]) : null) : cursor && cursorBefore(page[0]),
  }
}

/** Counts and sums of all invoices of the business, whatever the list shows. */
export async function invoiceOverview(tx: WorkspaceTx, today: string): Promise<InvoiceOverview> {
  const totals = tx.select().from(invoiceTotals).prepare('totals').execute()
  const overdue = tx
    .select({
      currency: invoiceDueTotals.currency,
      count: sql`sum(${invoiceDueTotals.count})`.mapWith(Number),
      remainingMinor: sql`sum(${invoiceDueTotals.remainingMinor})`.mapWith(Number),
    })
    .from(invoiceDueTotals)
    .where(lt(invoiceDueTotals.dueDate, today))
    .groupBy(invoiceDueTotals.currency)
    .prepare('overdue')
    .execute()
  return overviewOf(...(await Promise.all([totals, overdue])))
}

// Literal, for a plan that is made once cannot use the index of one status for any other.
const IN_TAB: Record<
  InvoiceTab,
  (tx: WorkspaceTx, today: string) => Promise<SQL | undefined> | SQL | undefined
> = {
  all: () => undefined,
  draft: () => sql`${invoices.status} = 'draft'`,
  open: () => sql`${invoices.status} = 'open'`,
  overdue: overdueBefore,
  paid: () => sql`${invoices.status} = 'paid'`,
  void: () => sql`${invoices.status} = 'void'`,
  uncollectible: () => sql`${invoices.status} = 'uncollectible'`,
}
