import 'server-only'
import { lineParams } from '@/lib/documents/bill/params'
import { catalogOf, invoiceOf, type SendOperation, type SendStep } from '@/lib/invoices/send/send-operation'
import { formatMoney } from '@/lib/money/format'
import { keyOf } from '@/lib/operations/keys'
import type { StripeFailure } from '@/lib/stripe/failures'
import { stripeFor } from '@/lib/stripe/stripe-for'
import { giveBack } from './give-back'

/** Adds all lines in one call. Stripe then knows the total, and must come to the same as we. */
export const lines: SendStep = {
  call: async (op, workspace) => {
    const wanted = lineParams(op.snapshot, catalogOf(op))
    return checked(op, (await stripeFor(workspace).addLines(invoiceOf(op), wanted, keyOf(op))).total)
  },
  find: async (op, workspace) => {
    const { lines: added, total } = await stripeFor(workspace).retrieveInvoice(invoiceOf(op))
    return added.data.length > 0 ? checked(op, total) : null
  },
  refused: giveBack,
}

// Nobody is billed an amount that nobody saw.
function checked({ snapshot }: SendOperation, totalMinor: number): { to: string } | StripeFailure {
  if (totalMinor === snapshot.totalMinor) return { to: 'finalize' }
  const [theirs, ours] = [totalMinor, snapshot.totalMinor].map((minor) =>
    formatMoney(minor, snapshot.currency, 'en', { symbol: 'code' }),
  )
  const message = `Stripe comes to ${theirs}, we to ${ours}. Nothing was sent; please tell us.`
  return { kind: 'definite', code: 'total_mismatch', message }
}
