import 'server-only'
import { forWorkspace } from '@/db/workspace'
import type { SendOperation, SendStep } from '@/lib/invoices/send/send-operation'
import { keyOf } from '@/lib/operations/keys'
import { findWanted, makeWanted } from '@/lib/taxes/at-stripe'
import { including, missingFrom, pick, type Wanted } from '@/lib/taxes/catalog'
import { keepWanted } from '@/lib/taxes/mutations'
import { readCatalog } from '@/lib/taxes/queries'
import { giveBack } from './give-back'

/** Has Stripe make one tax rate or coupon that the bill needs, and comes back until none is missing. */
export const catalog: SendStep = {
  call: async (op, workspace) => {
    const { known, next } = await wantedFor(op)
    if (!next) return withCatalog(op, known)
    return made(op, known, next, await makeWanted(workspace, next, op.id, keyOf(op, next.key)))
  },
  find: async (op, workspace) => {
    const { known, next } = await wantedFor(op)
    if (!next) return withCatalog(op, known)
    const stripeId = await findWanted(workspace, next, op.id)
    return stripeId === null ? null : made(op, known, next, stripeId)
  },
  refused: giveBack,
}

type Known = Awaited<ReturnType<typeof wantedFor>>['known']

/** What Stripe has, and the next thing that it has not. */
async function wantedFor({ workspaceId, snapshot }: SendOperation) {
  const known = await forWorkspace(workspaceId, readCatalog)
  return { known, next: missingFrom(known, snapshot)[0] }
}

function made(op: SendOperation, known: Known, wanted: Wanted, stripeId: string) {
  const all = including(known, wanted, stripeId)
  const move = missingFrom(all, op.snapshot).length > 0 ? { to: 'catalog' } : withCatalog(op, all)
  return { ...move, write: (tx: Parameters<typeof keepWanted>[0]) => keepWanted(tx, wanted, stripeId) }
}

function withCatalog(op: SendOperation, known: Known) {
  const results = { ...op.results, catalog: pick(known, op.snapshot) }
  return { to: results.customer ? 'create' : 'customer', results }
}
