import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { invoices } from '@/db/schema/invoices'
import type { WorkspaceTx } from '@/db/workspace'
import type { Workspace } from '@/lib/accounts/member'
import { readClient } from '@/lib/clients/queries'
import { clock } from '@/lib/clock'
import type { StoredDraft } from '@/lib/documents/draft/saving'
import type { InvoiceFilter } from '@/lib/invoices/filter'
import type { InvoiceDetail, InvoiceList } from '@/lib/invoices/view'
import { isUuid } from '@/lib/text/uuid'
import { invoiceDetail } from './detail'
import { storedDraft } from './draft'
import { invoiceOverview, invoicePage } from './list'

/** One page of invoices, newest first, with the counts and sums of all. The business's calendar says what is overdue. */
export async function readInvoices(
  tx: WorkspaceTx,
  { timeZone }: Pick<Workspace, 'timeZone'>,
  filter: InvoiceFilter,
): Promise<InvoiceList> {
  const today = clock.today(timeZone)
  const [page, overview] = await Promise.all([invoicePage(tx, filter, today), invoiceOverview(tx, today)])
  return { ...page, overview }
}

/** Null for an id that is unknown, of another workspace, or no id at all. */
export async function readInvoice(tx: WorkspaceTx, id: string): Promise<InvoiceDetail | null> {
  return isUuid(id) ? invoiceDetail(tx, id) : null
}

/** What the builder edits; null when there is no such invoice or it is not a draft of ours any more. */
export async function readDraft(tx: WorkspaceTx, id: string): Promise<StoredDraft | null> {
  return isUuid(id) ? storedDraft(tx, id) : null
}

/** A draft of ours with its client, for the editor; `final` when it was sent meanwhile, null when there is none. */
export async function readEditable(tx: WorkspaceTx, id: string) {
  const stored = await readDraft(tx, id)
  if (!stored) return (await isThere(tx, id)) ? 'final' : null
  const { clientId } = stored.draft
  return { stored, client: clientId === null ? null : await readClient(tx, clientId) }
}

async function isThere(tx: WorkspaceTx, id: string) {
  return isUuid(id) && (await tx.$count(invoices, and(eq(invoices.id, id), isNull(invoices.deletedAt)))) > 0
}
