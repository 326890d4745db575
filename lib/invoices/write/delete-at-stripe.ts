import 'server-only'
import { z } from 'zod'
import { markDeleted, syncInvoice } from '@/lib/invoices/mirror/sync'
import { define, errorOf, type Move, type Operation } from '@/lib/operations/definition'
import { isDisconnected, isMissing } from '@/lib/stripe/failures'
import { stripeFor } from '@/lib/stripe/stripe-for'

/** Deletes a draft that was made in Stripe. One that is gone is deleted, whoever did it. */
export const deleteDefinition = define({
  kind: 'delete_draft',
  subject: 'invoice',
  snapshots: [z.object({ stripeId: z.string() })],
  results: z.object({}),
  steps: {
    delete: {
      call: async (op, workspace) => {
        await stripeFor(workspace).deleteInvoice(op.snapshot.stripeId)
        return deleted(op, op.snapshot.stripeId)
      },
      find: async (op, workspace) => {
        try {
          await stripeFor(workspace).retrieveInvoice(op.snapshot.stripeId)
          return null
        } catch (error) {
          if (isMissing(error)) return deleted(op, op.snapshot.stripeId)
          throw error
        }
      },
      refused: async (op, failure, workspace) => {
        if (failure.code === 'resource_missing') return deleted(op, op.snapshot.stripeId)
        if (!isDisconnected(failure)) await syncInvoice(workspace, op.snapshot.stripeId)
        return { end: 'failed', error: errorOf(op, failure) }
      },
    },
  },
})

function deleted({ ticket }: Operation, stripeId: string) {
  return { end: 'done', write: (tx) => markDeleted(tx, stripeId, ticket) } satisfies Move
}
