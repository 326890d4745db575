import 'server-only'
import { invoiceOf, type SendOperation, type SendStep } from '@/lib/invoices/send/send-operation'
import { logSurprise } from '@/lib/log'
import { isMissing } from '@/lib/stripe/failures'
import { stripeFor } from '@/lib/stripe/stripe-for'

/** Takes the Stripe draft back after a refusal, so that ours is a draft again. */
export const discard: SendStep = {
  call: async (op, workspace) => {
    await stripeFor(workspace).deleteInvoice(invoiceOf(op))
    return refusedAt(op)
  },
  find: async (op, workspace) => {
    try {
      await stripeFor(workspace).retrieveInvoice(invoiceOf(op))
      return null
    } catch (error) {
      if (isMissing(error)) return refusedAt(op)
      throw error
    }
  },
  refused: (op, { code, message }) => {
    // It stays in the Stripe Dashboard as a draft that nobody is asked to pay.
    if (code !== 'resource_missing')
      logSurprise('a draft was left behind at Stripe', new Error(message), { op: op.id })
    return refusedAt(op)
  },
}

// Before results kept the refusal it stood in `error` alone.
function refusedAt({ results, error }: SendOperation) {
  return { end: 'failed' as const, error: results.refusal ?? error ?? undefined }
}
