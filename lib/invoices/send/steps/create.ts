import 'server-only'
import { invoiceParams } from '@/lib/documents/bill/params'
import {
  catalogOf,
  customerOf,
  madeSince,
  type SendOperation,
  type SendStep,
} from '@/lib/invoices/send/send-operation'
import { keyOf } from '@/lib/operations/keys'
import { OURS } from '@/lib/stripe/metadata'
import { stripeFor } from '@/lib/stripe/stripe-for'
import { giveBack } from './give-back'

/** Makes the Stripe draft, without lines. */
export const create: SendStep = {
  call: async (op, workspace) => {
    const params = invoiceParams(op.snapshot, op.id, customerOf(op), catalogOf(op))
    return withInvoice(op, (await stripeFor(workspace).createInvoice(params, keyOf(op))).id)
  },
  find: async (op, workspace) => {
    const since = { customer: customerOf(op), created: madeSince(op) }
    for await (const { id, metadata } of stripeFor(workspace).listInvoices(since))
      if (metadata?.[OURS.op] === op.id) return withInvoice(op, id)
    return null
  },
  refused: giveBack,
}

function withInvoice({ results }: SendOperation, invoice: string) {
  return { to: 'lines', results: { ...results, invoice } }
}
