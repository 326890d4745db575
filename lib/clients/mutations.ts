import 'server-only'
import { eq } from 'drizzle-orm'
import { announce } from '@/db/notify'
import { clients } from '@/db/schema/clients'
import { uuidv7 } from '@/db/schema/uuid'
import { forWorkspace, type WorkspaceTx } from '@/db/workspace'
import type { Actor } from '@/lib/accounts/member'
import { recordActivity } from '@/lib/activity'
import { type Begun, joinOperation, settle, unsettled } from '@/lib/operations/settle'
import { insertOperation, operationsOf } from '@/lib/operations/store'
import { done, type Result, refuse } from '@/lib/result'
import { changeClientDefinition, columnsOf, writeChange } from './at-stripe/change'
import type { ClientInput } from './schema'

type Saved = Result<{ id: string; name: string; email: string }>

const NOT_FOUND = refuse('not_found', 'This client does not exist, or exists no longer.')

/** Two clients may share an e-mail address. The Stripe customer is made with the first invoice. */
export function createClient(actor: Actor, values: ClientInput): Promise<Saved> {
  return forWorkspace(actor.workspaceId, async (tx) => {
    const id = uuidv7()
    await tx.insert(clients).values({ id, ...columnsOf(values) })
    await recordActivity(tx, { userId: actor.userId, subjectId: id, kind: 'client_created' })
    await announce(tx, { workspaceId: tx.workspaceId, topics: ['clients'] })
    return saved({ id, values })
  })
}

type Change = { id: string; values: ClientInput }

/**
 * Stripe prints and mails what it knows of a client, so it learns of a change first; refused there, nothing changes.
 * An earlier change that is still on its way there is settled before this one begins.
 */
export async function updateClient(actor: Actor, change: Change): Promise<Saved> {
  const begun = await forWorkspace(actor.workspaceId, (tx) => begin(tx, actor, change))
  if (!begun.ok) return begun
  if (!begun.value) return saved(change)
  const { isEarlier, ...operation } = begun.value
  const op = await settle(changeClientDefinition, actor.workspace, operation)
  if (op.state === 'open') return unsettled(op)
  if (isEarlier) return updateClient(actor, change)
  return op.error ? refuse(op.error.code, op.error.message) : saved(change)
}

/** Null when nobody but us knows this client, and the change is made. */
async function begin(
  tx: WorkspaceTx,
  { userId }: Actor,
  { id, values }: Change,
): Promise<Result<(Begun & { isEarlier: boolean }) | null>> {
  const [row] = await tx
    .select({ stripeId: clients.stripeId })
    .from(clients)
    .where(eq(clients.id, id))
    .for('update')
  if (!row) return NOT_FOUND
  const { stripeId } = row
  const running = (await operationsOf(tx, id)).find(({ state }) => state === 'open')
  if (running) return done({ ...(await joinOperation(tx, running)), isEarlier: true })
  if (!stripeId) {
    await writeChange(tx, { userId, id, values })
    await announce(tx, { workspaceId: tx.workspaceId, topics: ['clients'] })
    return done(null)
  }
  const snapshot = { stripeId, values }
  const wish = changeClientDefinition.wish({ subjectId: id, snapshot, step: 'update', results: {} })
  const op = await insertOperation(tx, wish, { userId, deed: 'client_change_asked' })
  return done({ op, isOurs: true, isEarlier: false })
}

function saved({ id, values }: Change): Saved {
  return done({ id, name: values.name, email: values.email })
}
