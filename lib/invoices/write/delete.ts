import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { announce } from '@/db/notify'
import { invoices } from '@/db/schema/invoices'
import { forWorkspace, type WorkspaceTx } from '@/db/workspace'
import type { Actor } from '@/lib/accounts/member'
import { recordActivity } from '@/lib/activity'
import { lockInvoice } from '@/lib/invoices/read/draft'
import { NOT_FOUND, refusalOf } from '@/lib/invoices/refusals'
import { type Begun, settle, unsettled } from '@/lib/operations/settle'
import { insertOperation } from '@/lib/operations/store'
import { done, type Result, refuse } from '@/lib/result'
import { deleteDefinition } from './delete-at-stripe'
import { joined } from './joined'

type Which = { id: string; version: number }

/** Deletes a draft, at Stripe too when it was made there. */
export async function deleteDraft(actor: Actor, which: Which): Promise<Result<{ id: string }>> {
  const { id } = which
  const begun = await forWorkspace(actor.workspaceId, (tx) => begin(tx, actor, which))
  if (!begun.ok) return begun
  if (!begun.value) return done({ id })
  const op = await settle(deleteDefinition, actor.workspace, begun.value)
  if (op.state === 'open') return unsettled(op)
  return op.error ? refuse(op.error.code, op.error.message) : done({ id })
}

/** Null when it was ours alone, and is deleted. */
async function begin(
  tx: WorkspaceTx,
  { userId }: Actor,
  { id, version }: Which,
): Promise<Result<Begun | null>> {
  const row = await lockInvoice(tx, id)
  if (!row) return NOT_FOUND
  const refusal = refusalOf('delete_draft', row)
  if (refusal) return refusal
  const { stripeId } = row
  if (!stripeId) return row.version === version ? deleteOurs(tx, userId, id) : CHANGED_MEANWHILE
  const running = await joined(tx, row, deleteDefinition.kind)
  if (running) return running
  const wish = deleteDefinition.wish({ subjectId: id, snapshot: { stripeId }, step: 'delete', results: {} })
  return done({ op: await insertOperation(tx, wish, { userId, deed: 'delete_asked' }), isOurs: true })
}

async function deleteOurs(tx: WorkspaceTx, userId: string, id: string): Promise<Result<null>> {
  await tx.update(invoices).set({ deletedAt: sql`now()` }).where(eq(invoices.id, id))
  await recordActivity(tx, { userId, subjectId: id, kind: 'deleted' })
  await announce(tx, { workspaceId: tx.workspaceId, topics: ['invoices'], invoiceIds: [id] })
  return done(null)
}

const CHANGED_MEANWHILE = refuse(
  'conflict',
  'This draft was changed meanwhile. Look at it before you delete it.',
)
