import 'server-only'
import { recordActivity } from '@/lib/activity'
import { clock } from '@/lib/clock'
import { syncInvoice, writeSent } from '@/lib/invoices/mirror/sync'
import { madeSince } from '@/lib/invoices/send/send-operation'
import { errorOf, type Move, type Operation, type Step } from '@/lib/operations/definition'
import { keyOf } from '@/lib/operations/keys'
import { isDisconnected, type StripeFailure } from '@/lib/stripe/failures'
import { stripeFor } from '@/lib/stripe/stripe-for'

/** Has Stripe e-mail an open invoice; `stripeIdOf` says which. */
export function emailStep<Snapshot, Results>(
  stripeIdOf: (op: Operation<Snapshot, Results>) => string,
): Step<Snapshot, Results> {
  return {
    call: async (op, workspace) => {
      await stripeFor(workspace).sendInvoice(stripeIdOf(op), keyOf(op))
      return emailed(op, clock.now())
    },
    find: async (op, workspace) => {
      for await (const { data, created } of stripeFor(workspace).listEvents({
        type: 'invoice.sent',
        created: madeSince(op),
      }))
        if ('id' in data.object && data.object.id === stripeIdOf(op))
          return emailed(op, new Date(created * 1000))
      // Whether a mail left is nothing to guess about twice; a person decides.
      return MAYBE_EMAILED
    },
    refused: async (op, failure, workspace) => {
      if (!isDisconnected(failure)) await syncInvoice(workspace, stripeIdOf(op))
      const detail = { message: failure.message }
      return {
        end: 'failed',
        error: errorOf(op, failure),
        write: (tx) => recordActivity(tx, { subjectId: op.subjectId, kind: 'email_failed', detail }),
      }
    },
  }
}

const MAYBE_EMAILED: StripeFailure = {
  kind: 'definite',
  code: 'maybe_emailed',
  message: 'Stripe did not say whether it e-mailed this invoice. Ask your client, or send it again.',
}

// A mail changes nothing else of what our row mirrors.
function emailed(op: Operation, at: Date): { end: 'done' } & Pick<Move, 'write'> {
  return { end: 'done', write: (tx) => writeSent(tx, op.subjectId, at) }
}
