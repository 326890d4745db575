import 'server-only'
import { z } from 'zod'
import type { Draft } from '@/lib/documents/draft/draft'
import { keptDraftSchema } from '@/lib/documents/schema'
import { customerSchema } from '@/lib/stripe/customer'
import { olderBill } from './older-bill'

const moment = z.object({
  invoiceId: z.string(),
  workspaceId: z.string(),
  client: customerSchema,
  /** Unix seconds. */
  dueAt: z.int(),
  /** The business's zone, in which its days begin and end; earlier bills had no days but the one they are due. */
  timeZone: z.string().default('UTC'),
  /** What we reckoned; Stripe must come to the same before the invoice is finalized. */
  totalMinor: z.int(),
})

/**
 * What is billed, fixed at the moment Send was pressed: the draft, with its client and its due date as they were then.
 * Every parameter of every call is made from this and from what earlier calls brought back, so that a call that is
 * repeated is the same to the byte.
 */
export type Bill = Omit<Draft, 'clientId' | 'terms'> & z.infer<typeof moment>

const currentBill = keptDraftSchema.omit({ clientId: true, terms: true }).extend(moment.shape)

/** How each version of a bill that is kept with its operation is read, oldest first; bills are kept as the last. */
export const BILL_VERSIONS: readonly z.ZodType<Bill>[] = [olderBill, currentBill]
