import 'server-only'
import { z } from 'zod'
import { BILL_VERSIONS } from '@/lib/documents/bill/bill'
import { define } from '@/lib/operations/definition'
import { invoiceOf, sendResultsSchema } from './send-operation'
import { catalog } from './steps/catalog'
import { create } from './steps/create'
import { customer } from './steps/customer'
import { discard } from './steps/discard'
import { emailStep } from './steps/email'
import { finalize } from './steps/finalize'
import { lines } from './steps/lines'

const shared = {
  subject: 'invoice',
  snapshots: BILL_VERSIONS,
  results: sendResultsSchema,
} as const

/** Makes the Stripe invoice of a draft, and leaves it to a person to hand over the link. */
export const finalizeDefinition = define({
  ...shared,
  kind: 'finalize',
  steps: { catalog, customer, create, lines, finalize, discard },
})

/** Makes the Stripe invoice of a draft, and has Stripe e-mail it. */
export const sendDefinition = define({
  ...shared,
  kind: 'send',
  steps: { catalog, customer, create, lines, finalize, email: emailStep(invoiceOf), discard },
})

const openInvoice = z.object({ stripeId: z.string() })
const noResults = z.object({})

/** Has Stripe e-mail an open invoice once more. */
export const sendAgainDefinition = define({
  kind: 'send_again',
  subject: 'invoice',
  snapshots: [openInvoice],
  results: noResults,
  steps: {
    email: emailStep<z.infer<typeof openInvoice>, z.infer<typeof noResults>>((op) => op.snapshot.stripeId),
  },
})
