import 'server-only'
import { forWorkspace } from '@/db/workspace'
import type { Member } from '@/lib/accounts/member'
import { clock } from '@/lib/clock'
import type { StoredDraft } from '@/lib/documents/saving'
import { isUuid } from '@/lib/ids'
import type { InvoiceFilter } from '@/lib/invoices/filter'
import type { InvoiceDetail, InvoiceList } from '@/lib/invoices/view'
import { invoiceDetail } from './detail'
import { storedDraft } from './draft'
import { invoiceOverview, invoicePage } from './list'

/** Whose rows, and whose calendar says what is overdue. */
export type Reader = Pick<Member, 'workspaceId' | 'workspace'>

/** One page of invoices, newest first, with the counts and sums of all of them. */
export function readInvoices(
  { workspaceId, workspace }: Reader,
  filter: InvoiceFilter,
): Promise<InvoiceList> {
  const today = clock.today(workspace.timeZone)
  return forWorkspace(workspaceId, async (tx) => {
    const [page, overview] = await Promise.all([invoicePage(tx, filter, today), invoiceOverview(tx, today)])
    return { ...page, overview }
  })
}

/** Null for an id that is unknown, of another workspace, or no id at all. */
export async function readInvoice({ workspaceId }: Reader, id: string): Promise<InvoiceDetail | null> {
  return isUuid(id) ? forWorkspace(workspaceId, (tx) => invoiceDetail(tx, id)) : null
}

/** What the builder edits; null when there is no such invoice or it is not a draft of ours any more. */
export async function readDraft({ workspaceId }: Reader, id: string): Promise<StoredDraft | null> {
  return isUuid(id) ? forWorkspace(workspaceId, (tx) => storedDraft(tx, id)) : null
}
