import 'server-only'
import { z } from 'zod'
import { forWorkspace } from '@/db/workspace'
import type { BillingWorkspace } from '@/lib/accounts/member'
import type { StripeInvoice } from '@/lib/invoices/mirror/projection'
import { readMirror, syncInvoice, writeMirror } from '@/lib/invoices/mirror/sync'
import { lockInvoice } from '@/lib/invoices/read/draft'
import type { InvoiceStatus } from '@/lib/invoices/view'
import { define, errorOf, type Move, type Operation, type Step } from '@/lib/operations/definition'
import { keyOf } from '@/lib/operations/keys'
import { isDisconnected } from '@/lib/stripe/failures'
import { type StripeAccount, stripeFor } from '@/lib/stripe/stripe-for'

const stripeInvoice = z.object({ stripeId: z.string() })
const noResults = z.object({})

type TransitionStep = Step<z.infer<typeof stripeInvoice>, z.infer<typeof noResults>>

/** A change of status that Stripe makes and we only ask for. */
function transition<const Kind extends 'void' | 'mark_paid' | 'mark_uncollectible'>(
  kind: Kind,
  into: InvoiceStatus,
  ask: (stripe: StripeAccount, stripeId: string, key: string) => Promise<StripeInvoice>,
) {
  const step: TransitionStep = {
    call: async (op, workspace) =>
      mirrored(op, workspace, await ask(stripeFor(workspace), op.snapshot.stripeId, keyOf(op))),
    find: async (op, workspace) => {
      const invoice = await stripeFor(workspace).retrieveInvoice(op.snapshot.stripeId)
      return invoice.status === into ? mirrored(op, workspace, invoice) : null
    },
    // Somebody may have been faster at Stripe, with the same wish or with another.
    refused: async (op, failure, workspace) => {
      if (isDisconnected(failure)) return { end: 'failed', error: errorOf(op, failure) }
      await syncInvoice(workspace, op.snapshot.stripeId)
      const row = await forWorkspace(op.workspaceId, (tx) => lockInvoice(tx, op.subjectId))
      if (row?.status === into) return { end: 'done' }
      return { end: 'failed', error: { ...errorOf(op, failure), code: 'illegal_transition' } }
    },
  }
  const definition = define({
    kind,
    subject: 'invoice',
    snapshots: [stripeInvoice],
    results: noResults,
    steps: { ask: step },
  })
  return { ...definition, into }
}

export type Transition = ReturnType<typeof transition>

export const voidDefinition = transition('void', 'void', (stripe, id, key) => stripe.voidInvoice(id, key))

/** Money came another way than through Stripe. */
export const markPaidDefinition = transition('mark_paid', 'paid', (stripe, id, key) =>
  stripe.markPaidOutOfBand(id, key),
)

export const markUncollectibleDefinition = transition(
  'mark_uncollectible',
  'uncollectible',
  (stripe, id, key) => stripe.markUncollectible(id, key),
)

async function mirrored(op: Operation, workspace: BillingWorkspace, invoice: StripeInvoice) {
  const mirror = await readMirror(workspace, invoice)
  return {
    end: 'done',
    write: (tx) => writeMirror(tx, op.subjectId, mirror, op.ticket),
  } satisfies Move
}
