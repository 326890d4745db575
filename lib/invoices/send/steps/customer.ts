import 'server-only'
import { findCustomer, keepCustomer, makeCustomer } from '@/lib/clients/at-stripe/customer'
import type { SendOperation, SendStep } from '@/lib/invoices/send/send-operation'
import type { Move } from '@/lib/operations/definition'
import { giveBack } from './give-back'

/** Makes a client, who is billed for the first time, a customer. */
export const customer: SendStep = {
  call: async (op, workspace) => billTo(op, await makeCustomer(workspace, op.snapshot.client, op.attempt)),
  find: async (op, workspace) => {
    const stripeId = await findCustomer(workspace, op.snapshot.client)
    return stripeId === null ? null : billTo(op, stripeId)
  },
  refused: giveBack,
}

function billTo({ results, snapshot }: SendOperation, stripeId: string): Move<SendOperation['results']> {
  return {
    to: 'create',
    results: { ...results, customer: stripeId },
    write: (tx) => keepCustomer(tx, snapshot.client.id, stripeId),
  }
}
