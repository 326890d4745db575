import 'server-only'
import type { BillingWorkspace } from '@/lib/accounts/member'
import { mirrorOf, type StripeInvoice } from '@/lib/invoices/mirror/projection'
import { writeMirror } from '@/lib/invoices/mirror/sync'
import { invoiceOf, type SendOperation, type SendStep } from '@/lib/invoices/send/send-operation'
import type { Move } from '@/lib/operations/definition'
import { keyOf } from '@/lib/operations/keys'
import { stripeFor } from '@/lib/stripe/stripe-for'
import { giveBack } from './give-back'

/** Gives the invoice its number; from here on it can be paid. */
export const finalize: SendStep = {
  call: async (op, workspace) =>
    finalized(op, workspace, await stripeFor(workspace).finalizeInvoice(invoiceOf(op), keyOf(op))),
  find: async (op, workspace) => {
    const invoice = await stripeFor(workspace).retrieveInvoice(invoiceOf(op))
    return invoice.status === 'draft' ? null : finalized(op, workspace, invoice)
  },
  refused: giveBack,
}

function finalized(
  op: SendOperation,
  { timeZone }: BillingWorkspace,
  invoice: StripeInvoice,
): Move<SendOperation['results']> {
  // Paid already: out of the client's credit balance, or by a client faster than our mail.
  const isToBeMailed = op.kind === 'send' && invoice.status === 'open'
  return {
    ...(isToBeMailed ? { to: 'email' } : { end: 'done' }),
    write: (tx) => writeMirror(tx, op.subjectId, mirrorOf(invoice, timeZone), op.ticket),
  }
}
