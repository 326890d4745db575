import 'server-only'
import { uuidv7 } from '@/db/schema/uuid'
import { forWorkspace } from '@/db/workspace'
import type { Actor } from '@/lib/accounts/member'
import { copyOf } from '@/lib/documents/draft/draft'
import { draftOf } from '@/lib/documents/draft/rows'
import { linesOf, lockInvoice } from '@/lib/invoices/read/draft'
import { newInvoiceId } from '@/lib/invoices/read/new'
import { NOT_FOUND } from '@/lib/invoices/refusals'
import { done, type Result } from '@/lib/result'
import { insertDraft } from './draft'

/** A new draft with the same client, lines and texts. A due date is not copied: it would lie in the past. */
export function duplicateInvoice(actor: Actor, { id }: { id: string }): Promise<Result<{ id: string }>> {
  return forWorkspace(actor.workspaceId, async (tx) => {
    const row = await lockInvoice(tx, id)
    if (!row) return NOT_FOUND
    const days = row.termsDays ?? actor.workspace.defaultTermsDays
    const copied = copyOf(draftOf(row, await linesOf(tx, id)), uuidv7)
    const copy = { id: newInvoiceId(), draft: { ...copied, terms: { kind: 'days' as const, days } } }
    return (await insertDraft(tx, actor, copy, 'duplicated')) ? done({ id: copy.id }) : NOT_FOUND
  })
}
