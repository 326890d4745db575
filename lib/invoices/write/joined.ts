import 'server-only'
import type { WorkspaceTx } from '@/db/workspace'
import type { LockedInvoice } from '@/lib/invoices/read/draft'
import { BUSY } from '@/lib/invoices/refusals'
import { type Begun, joinOperation } from '@/lib/operations/settle'
import { done, type Result } from '@/lib/result'

/** Joins the operation that is open for an invoice when it is of this kind, and refuses while another is; null: none is. */
export async function joined(
  tx: WorkspaceTx,
  { operations }: Pick<LockedInvoice, 'operations'>,
  kind: string,
): Promise<Result<Begun> | null> {
  const running = operations.find(({ state }) => state === 'open')
  if (!running) return null
  return running.kind === kind ? done(await joinOperation(tx, running)) : BUSY
}
