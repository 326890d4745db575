import 'server-only'
import { forWorkspace, type WorkspaceTx } from '@/db/workspace'
import type { Actor } from '@/lib/accounts/member'
import { syncInvoice } from '@/lib/invoices/mirror/sync'
import { lockInvoice } from '@/lib/invoices/read/draft'
import { NOT_FOUND, refusalOf } from '@/lib/invoices/refusals'
import type { InvoiceStatus } from '@/lib/invoices/view'
import { type Begun, settle, unsettled } from '@/lib/operations/settle'
import { insertOperation } from '@/lib/operations/store'
import { done, type Result, refuse } from '@/lib/result'
import { failureOf } from '@/lib/stripe/failures'
import { joined } from './joined'
import {
  markPaidDefinition,
  markUncollectibleDefinition,
  type Transition,
  voidDefinition,
} from './transitions'

type Which = { id: string }

export function voidInvoice(actor: Actor, which: Which) {
  return change(actor, which, voidDefinition)
}

export function markPaid(actor: Actor, which: Which) {
  return change(actor, which, markPaidDefinition)
}

export function markUncollectible(actor: Actor, which: Which) {
  return change(actor, which, markUncollectibleDefinition)
}

/** Reads the invoice from Stripe now. */
export async function refreshInvoice(actor: Actor, { id }: Which): Promise<Result<Which>> {
  const row = await forWorkspace(actor.workspaceId, (tx) => lockInvoice(tx, id))
  if (!row) return NOT_FOUND
  const { stripeId } = row
  if (!stripeId) return done({ id })
  try {
    await syncInvoice(actor.workspace, stripeId)
    return done({ id })
  } catch (error) {
    const { code, message } = failureOf(error)
    return refuse(code, message)
  }
}

async function change(actor: Actor, { id }: Which, transition: Transition): Promise<Result<Which>> {
  const begun = await forWorkspace(actor.workspaceId, (tx) => begin(tx, actor, id, transition))
  if (!begun.ok) return begun
  if (!begun.value) return done({ id })
  const op = await settle(transition, actor.workspace, begun.value)
  if (op.state === 'open') return unsettled(op)
  if (op.error) return refuse(op.error.code, op.error.message)
  if (await stands(actor, id, transition.into)) return done({ id })
  // The answer to a later question was read before ours took effect: Stripe knows.
  const synced = await refreshInvoice(actor, { id })
  if (!synced.ok || (await stands(actor, id, transition.into))) return synced
  return refuse('illegal_transition', 'Something else changed this invoice at once.')
}

/** Null where it stands already where it should be: asking twice is no mistake. */
async function begin(
  tx: WorkspaceTx,
  actor: Actor,
  id: string,
  transition: Transition,
): Promise<Result<Begun | null>> {
  const { kind, into } = transition
  const row = await lockInvoice(tx, id)
  if (!row) return NOT_FOUND
  if (row.status === into) return done(null)
  const { stripeId } = row
  const refusal = stripeId || row.status !== 'draft' ? refusalOf(kind, row) : NOT_FINAL
  if (refusal || !stripeId) return refusal ?? NOT_FOUND
  const running = await joined(tx, row, kind)
  if (running) return running
  const wish = transition.wish({ subjectId: id, snapshot: { stripeId }, step: 'ask', results: {} })
  const op = await insertOperation(tx, wish, { userId: actor.userId, deed: `${kind}_asked` })
  return done({ op, isOurs: true })
}

const NOT_FINAL = refuse('illegal_transition', 'This is a draft. Send or finalize it first, or delete it.')

async function stands(actor: Actor, id: string, status: InvoiceStatus) {
  const row = await forWorkspace(actor.workspaceId, (tx) => lockInvoice(tx, id))
  return row?.status === status
}
