import 'server-only'
import { mirrorOf, type StripeInvoice } from '@/lib/invoices/mirror/projection'
import { writeMirror } from '@/lib/invoices/mirror/sync'
import { invoiceOf, type SendOperation, type SendStep } from '@/lib/invoices/send/send-operation'
import type { Move, OperationBooks } from '@/lib/operations/definition'
import { keyOf } from '@/lib/operations/keys'
import { stripeFor } from '@/lib/stripe/stripe-for'
import { giveBack } from './give-back'

/** Gives the invoice its number; from here on it can be paid. */
export const finalize: SendStep = {
  call: async (op, books) =>
    finalized(op, books, await stripeFor(books).finalizeInvoice(invoiceOf(op), keyOf(op))),
  find: async (op, books) => {
    const invoice = await stripeFor(books).retrieveInvoice(invoiceOf(op))
    return invoice.status === 'draft' ? null : finalized(op, books, invoice)
  },
  refused: giveBack,
}

function finalized(
  op: SendOperation,
  { timeZone }: OperationBooks,
  invoice: StripeInvoice,
): Move<SendOperation['results']> {
  // Paid already: out of the client's credit balance, or by a client faster than our mail.
  const isToBeMailed = op.kind === 'send' && invoice.status === 'open'
  return {
    ...(isToBeMailed ? { to: 'email' } : { end: 'done' }),
    write: (tx) => writeMirror(tx, op.subjectId, mirrorOf(invoice, timeZone), op.ticket),
  }
}
