import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { announce } from '@/db/notify'
import { invoices } from '@/db/schema/invoices'
import { forWorkspace, type WorkspaceTx } from '@/db/workspace'
import { recordActivity } from '@/lib/activity'
import { syncInvoice } from '@/lib/invoices/mirror/sync'
import { lockInvoice } from '@/lib/invoices/read/draft'
import { NOT_FOUND, refusalOf } from '@/lib/invoices/refusals'
import { booksOf } from '@/lib/invoices/send/send'
import { done, type Result, refuse } from '@/lib/result'
import { failureOf, isMissing } from '@/lib/stripe/refusals'
import { stripeFor } from '@/lib/stripe/stripe-for'
import type { Actor } from './draft'

type Which = { id: string; version: number }

/** Deletes a draft, at Stripe too when it was made there. */
export async function deleteDraft(actor: Actor, which: Which): Promise<Result<{ id: string }>> {
  const found = await forWorkspace(actor.workspaceId, (tx) => deleteOurs(tx, actor, which))
  return found.ok && found.value.stripeId ? deleteTheirs(actor, which.id, found.value.stripeId) : found
}

async function deleteOurs(tx: WorkspaceTx, { userId }: Actor, { id, version }: Which) {
  const row = await lockInvoice(tx, id)
  if (!row) return NOT_FOUND
  const refusal = refusalOf('delete_draft', row)
  if (refusal) return refusal
  const { stripeId } = row
  if (stripeId) return done({ id, stripeId })
  if (row.version !== version) return CHANGED_MEANWHILE
  await tx.update(invoices).set({ deletedAt: sql`now()` }).where(eq(invoices.id, id))
  await recordActivity(tx, { userId, subjectId: id, kind: 'deleted' })
  await announce(tx, { workspaceId: tx.workspaceId, topics: ['invoices'], invoiceIds: [id] })
  return done({ id, stripeId })
}

const CHANGED_MEANWHILE = refuse(
  'conflict',
  'This draft was changed meanwhile. Look at it before you delete it.',
)

async function deleteTheirs(actor: Actor, id: string, stripeId: string): Promise<Result<{ id: string }>> {
  try {
    await stripeFor(actor.workspace).deleteInvoice(stripeId)
  } catch (error) {
    if (!isMissing(error)) return refuse(failureOf(error).code, failureOf(error).message)
  }
  await syncInvoice(booksOf(actor), stripeId)
  return done({ id })
}
