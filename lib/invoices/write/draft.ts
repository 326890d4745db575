import 'server-only'
import { eq } from 'drizzle-orm'
import { isDuplicate } from '@/db/errors'
import { announce } from '@/db/notify'
import { clients } from '@/db/schema/clients'
import { invoiceLines, invoices } from '@/db/schema/invoices'
import { forWorkspace, type WorkspaceTx } from '@/db/workspace'
import type { Actor } from '@/lib/accounts/member'
import { recordActivity } from '@/lib/activity'
import { clock } from '@/lib/clock'
import type { Draft } from '@/lib/documents/draft/draft'
import { draftColumns, draftOf, lineRows } from '@/lib/documents/draft/rows'
import type { SaveOutcome } from '@/lib/documents/draft/saving'
import { type LockedInvoice, linesOf, lockInvoice } from '@/lib/invoices/read/draft'
import { MADE_IN_STRIPE, NOT_FOUND, refusalOf } from '@/lib/invoices/refusals'
import { done, type Result, refuse } from '@/lib/result'

type Save = { id: string; version: number; draft: Draft }

/**
 * Keeps a draft if nobody changed it since `version` was read; 0 for one that was never kept. A save that arrives
 * twice succeeds twice. One that met a newer version changes nothing and is given that version.
 */
export async function saveDraft(actor: Actor, save: Save): Promise<Result<SaveOutcome>> {
  try {
    return await forWorkspace(actor.workspaceId, (tx) => saveIn(tx, actor, save))
  } catch (error) {
    if (isDuplicate(error, 'invoice_lines_workspace_id_id_pk')) return SAME_LINE_TWICE
    throw error
  }
}

const SAME_LINE_TWICE = refuse('invalid', 'Two lines carry the same id. Reload the page.')

async function saveIn(tx: WorkspaceTx, actor: Actor, save: Save): Promise<Result<SaveOutcome>> {
  const { id, version, draft } = save
  if (!(await isClient(tx, draft.clientId)))
    return refuse('client_required', 'Choose a client from your list.', { field: 'clientId' })
  const row = await lockInvoice(tx, id)
  if (!row) return version === 0 && (await insertDraft(tx, actor, save, 'created')) ? saved(1) : NOT_FOUND
  const refusal = row.stripeId ? MADE_IN_STRIPE : refusalOf('edit', row)
  if (refusal) return refusal
  if (row.version !== version) return metNewer(tx, row, draft)
  await tx.delete(invoiceLines).where(eq(invoiceLines.invoiceId, id))
  await writeDraft(tx, save, version + 1)
  return saved(version + 1)
}

/** Keeps a draft that was not there and records how it came about. False when its id was used, by one that is deleted. */
export async function insertDraft(
  tx: WorkspaceTx,
  { userId }: Pick<Actor, 'userId'>,
  { id, draft }: Pick<Save, 'id' | 'draft'>,
  kind: 'created' | 'duplicated',
): Promise<boolean> {
  const now = clock.now()
  const rows = await tx
    .insert(invoices)
    .values({ id, ...draftColumns(draft), createdAt: now, updatedAt: now })
    .onConflictDoNothing()
    .returning({ id: invoices.id })
  if (rows.length === 0) return false
  await insertLines(tx, id, draft)
  await recordActivity(tx, { userId, subjectId: id, kind })
  await announceDraft(tx, id)
  return true
}

async function writeDraft(tx: WorkspaceTx, { id, draft }: Save, version: number) {
  await tx
    .update(invoices)
    .set({ ...draftColumns(draft), version, updatedAt: clock.now() })
    .where(eq(invoices.id, id))
  await insertLines(tx, id, draft)
  await announceDraft(tx, id)
}

async function insertLines(tx: WorkspaceTx, id: string, draft: Draft) {
  if (draft.lines.length > 0) await tx.insert(invoiceLines).values(lineRows(draft, id))
}

async function announceDraft(tx: WorkspaceTx, id: string) {
  await announce(tx, { workspaceId: tx.workspaceId, topics: ['invoices'], invoiceIds: [id] })
}

function saved(version: number): Result<SaveOutcome> {
  return done({ state: 'saved', version, savedAt: clock.now().toISOString() })
}

// The same text again is a save whose answer was lost on the way.
async function metNewer(tx: WorkspaceTx, row: LockedInvoice, draft: Draft): Promise<Result<SaveOutcome>> {
  const kept = draftOf(row, await linesOf(tx, row.id))
  const { id, version, updatedAt } = row
  if (isSame(kept, draft)) return done({ state: 'saved', version, savedAt: updatedAt.toISOString() })
  return done({ state: 'conflict', stored: { id, version, draft: kept, updatedAt: updatedAt.toISOString() } })
}

function isSame(a: Draft, b: Draft) {
  return (
    JSON.stringify([draftColumns(a), lineRows(a, '')]) === JSON.stringify([draftColumns(b), lineRows(b, '')])
  )
}

async function isClient(tx: WorkspaceTx, id: string | null) {
  if (id === null) return true
  const rows = await tx.select({ id: clients.id }).from(clients).where(eq(clients.id, id))
  return rows.length > 0
}
