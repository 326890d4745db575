import 'server-only'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { clients } from '@/db/schema/clients'
import type { WorkspaceTx } from '@/db/workspace'
import { recordActivity } from '@/lib/activity'
import type { ClientInput } from '@/lib/clients/schema'
import { clock } from '@/lib/clock'
import { define, errorOf, type Move, type Operation } from '@/lib/operations/definition'
import { keyOf } from '@/lib/operations/keys'
import { addressSchema, customerChanges } from '@/lib/stripe/customer'
import { OURS } from '@/lib/stripe/metadata'
import { stripeFor } from '@/lib/stripe/stripe-for'
import { forgetCustomer } from './customer'

const change = z.object({
  stripeId: z.string(),
  values: z.object({
    name: z.string(),
    email: z.string(),
    phone: z.string(),
    address: addressSchema,
    language: z.string(),
    note: z.string(),
  }),
})

/** Changes a client whom Stripe knows: there first, for Stripe prints and mails what it knows. */
export const changeClientDefinition = define({
  kind: 'change_client',
  subject: 'client',
  snapshots: [change],
  results: z.object({}),
  steps: {
    update: {
      call: async (op, workspace) => {
        const { stripeId, values } = op.snapshot
        const params = { ...customerChanges(columnsOf(values)), metadata: { [OURS.op]: op.id } }
        await stripeFor(workspace).updateCustomer(stripeId, params, keyOf(op))
        return changed(op, values)
      },
      find: async (op, workspace) => {
        const { stripeId, values } = op.snapshot
        const customer = await stripeFor(workspace).retrieveCustomer(stripeId)
        if (customer.deleted) return changed(op, values, stripeId)
        return customer.metadata[OURS.op] === op.id ? changed(op, values) : null
      },
      refused: (op, failure) => {
        const { stripeId, values } = op.snapshot
        if (failure.code === 'resource_missing') return changed(op, values, stripeId)
        return { end: 'failed', error: errorOf(op, failure) }
      },
    },
  },
})

/** `gone` is the customer who was deleted at Stripe: there is nobody to change there, and the next invoice makes one. */
function changed({ subjectId, startedBy }: Operation, values: ClientInput, gone?: string) {
  return {
    end: 'done',
    write: async (tx) => {
      if (gone) await forgetCustomer(tx, subjectId, gone)
      await writeChange(tx, { userId: startedBy, id: subjectId, values })
    },
  } satisfies Move
}

/** Writes a client as the form has it. */
export async function writeChange(
  tx: WorkspaceTx,
  { userId, id, values }: { userId: string | null; id: string; values: ClientInput },
) {
  await tx
    .update(clients)
    .set({ ...columnsOf(values), updatedAt: clock.now() })
    .where(eq(clients.id, id))
  await recordActivity(tx, { userId, subjectId: id, kind: 'client_changed' })
}

export function columnsOf({ name, email, phone, address, language, note }: ClientInput) {
  return { name, email, phone, address, language: language || null, note }
}
