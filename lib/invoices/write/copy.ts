import 'server-only'
import { announce } from '@/db/notify'
import { invoiceLines, invoices } from '@/db/schema/invoices'
import { uuidv7 } from '@/db/schema/uuid'
import { forWorkspace, type WorkspaceTx } from '@/db/workspace'
import type { Actor } from '@/lib/accounts/member'
import { recordActivity } from '@/lib/activity'
import { clock } from '@/lib/clock'
import { copyOf, type Draft } from '@/lib/documents/draft/draft'
import { draftColumns, draftOf, lineRows } from '@/lib/documents/draft/rows'
import { linesOf, lockInvoice } from '@/lib/invoices/read/draft'
import { newInvoiceId } from '@/lib/invoices/read/new'
import { NOT_FOUND } from '@/lib/invoices/refusals'
import { done, type Result } from '@/lib/result'

/** A new draft with the same client, lines and texts. A due date is not copied: it would lie in the past. */
export function duplicateInvoice(actor: Actor, { id }: { id: string }): Promise<Result<{ id: string }>> {
  return forWorkspace(actor.workspaceId, async (tx) => {
    const row = await lockInvoice(tx, id)
    if (!row) return NOT_FOUND
    const days = row.termsDays ?? actor.workspace.defaultTermsDays
    const copy = copyOf(draftOf(row, await linesOf(tx, id)), uuidv7)
    return done({ id: await insertCopy(tx, actor, { ...copy, terms: { kind: 'days', days } }) })
  })
}

async function insertCopy(tx: WorkspaceTx, { userId }: Actor, draft: Draft) {
  const id = newInvoiceId()
  const now = clock.now()
  await tx.insert(invoices).values({ id, ...draftColumns(draft), createdAt: now, updatedAt: now })
  if (draft.lines.length > 0) await tx.insert(invoiceLines).values(lineRows(draft, id))
  await recordActivity(tx, { userId, subjectId: id, kind: 'duplicated' })
  await announce(tx, { workspaceId: tx.workspaceId, topics: ['invoices'], invoiceIds: [id] })
  return id
}
