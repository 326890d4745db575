import 'server-only'
import { eq } from 'drizzle-orm'
import { announce } from '@/db/notify'
import { clients } from '@/db/schema/clients'
import { uuidv7 } from '@/db/schema/uuid'
import { drawTicket } from '@/db/ticket'
import { forWorkspace, type WorkspaceTx } from '@/db/workspace'
import type { Actor } from '@/lib/accounts/member'
import { recordActivity } from '@/lib/activity'
import { clock } from '@/lib/clock'
import { done, type Result, refuse } from '@/lib/result'
import { customerChanges } from '@/lib/stripe/customer'
import { failureOf } from '@/lib/stripe/refusals'
import { stripeFor } from '@/lib/stripe/stripe-for'
import type { ClientInput } from './schema'

type Saved = Result<{ id: string; name: string; email: string }>

const NOT_FOUND = refuse('not_found', 'This client does not exist, or exists no longer.')

/** Two clients may share an e-mail address. The Stripe customer is made with the first invoice. */
export function createClient(actor: Actor, values: ClientInput): Promise<Saved> {
  return forWorkspace(actor.workspaceId, async (tx) => {
    const id = uuidv7()
    await tx.insert(clients).values({ id, ...columnsOf(values) })
    await record(tx, actor, id, 'client_created')
    return done({ id, name: values.name, email: values.email })
  })
}

/** Stripe prints and mails what it knows of a client, so it learns of a change first; refused there, nothing changes. */
export async function updateClient(
  actor: Actor,
  { id, values }: { id: string; values: ClientInput },
): Promise<Saved> {
  const row = await forWorkspace(actor.workspaceId, (tx) => findClient(tx, id))
  if (!row) return NOT_FOUND
  if (row.stripeId) {
    const refusal = await updateCustomer(actor, row.stripeId, values)
    if (refusal) return refusal
  }
  return forWorkspace(actor.workspaceId, async (tx) => {
    await tx
      .update(clients)
      .set({ ...columnsOf(values), updatedAt: clock.now() })
      .where(eq(clients.id, id))
    await record(tx, actor, id, 'client_changed')
    return done({ id, name: values.name, email: values.email })
  })
}

async function updateCustomer({ workspace }: Actor, stripeId: string, values: ClientInput) {
  try {
    const key = `client-change:${stripeId}:${await drawTicket()}`
    await stripeFor(workspace).updateCustomer(stripeId, customerChanges(columnsOf(values)), key)
    return null
  } catch (error) {
    const { code, message } = failureOf(error)
    return refuse(code, message)
  }
}

async function findClient(tx: WorkspaceTx, id: string) {
  const [row] = await tx.select({ stripeId: clients.stripeId }).from(clients).where(eq(clients.id, id))
  return row
}

async function record(tx: WorkspaceTx, { userId }: Actor, subjectId: string, kind: string) {
  await recordActivity(tx, { userId, subjectId, kind })
  await announce(tx, { workspaceId: tx.workspaceId, topics: ['clients'] })
}

function columnsOf({ name, email, phone, address, language, note }: ClientInput) {
  return { name, email, phone, address, language: language || null, note }
}
