import 'server-only'
import { randomUUID } from 'node:crypto'
import { uuidv7 } from '@/db/schema/uuid'
import type { Workspace } from '@/lib/accounts/member'
import { clock } from '@/lib/clock'
import { emptyDraft, emptyLine } from '@/lib/documents/draft/draft'
import type { StoredDraft } from '@/lib/documents/draft/saving'

/** An id for an invoice about to be written; later ids sort later, as lists expect. */
export function newInvoiceId() {
  return uuidv7(clock.now().getTime())
}

/** An invoice nobody has written in: version 0 is kept nowhere, so opening it changes nothing. */
export function newDraft(id: string, workspace: Workspace, clientId: string | null): StoredDraft {
  return {
    id,
    version: 0,
    updatedAt: clock.now().toISOString(),
    draft: emptyDraft({
      clientId,
      currency: workspace.currency,
      terms: { kind: 'days', days: workspace.defaultTermsDays },
      memo: workspace.defaultMemo,
      footer: workspace.defaultFooter,
      lines: [emptyLine(randomUUID())],
    }),
  }
}
