import 'server-only'
import { recordActivity } from '@/lib/activity'
import { forgetCustomer } from '@/lib/clients/at-stripe/customer'
import type { SendOperation } from '@/lib/invoices/send/send-operation'
import { errorOf, type Move, type Refused } from '@/lib/operations/definition'
import { forgetCatalog } from '@/lib/taxes/mutations'

/** Stripe said no. What it holds of this send is given back, and what it no longer knows is forgotten. */
export function giveBack(op: SendOperation, failure: Refused): Move<SendOperation['results']> {
  const { results, snapshot, step, subjectId } = op
  const error = errorOf(op, failure)
  return {
    ...(results.invoice ? { to: 'discard' } : { end: 'failed' }),
    results: { ...results, refusal: error },
    error,
    write: async (tx) => {
      if (failure.code === 'client_gone' && results.customer)
        await forgetCustomer(tx, snapshot.client.id, results.customer)
      else if (results.catalog && step !== 'finalize') await forgetCatalog(tx, results.catalog)
      const detail = { message: failure.message }
      await recordActivity(tx, { subjectId, kind: 'send_failed', detail })
    },
  }
}
