import 'server-only'
import { z } from 'zod'
import type { Bill } from '@/lib/documents/bill/bill'
import { catalogSchema } from '@/lib/documents/bill/catalog'
import type { Operation, Step } from '@/lib/operations/definition'

const refusalSchema = z.object({
  code: z.string(),
  message: z.string(),
  field: z.string().optional(),
  step: z.string(),
})

/** What the finished steps brought back. `refusal` is why what Stripe held was given back. */
export const sendResultsSchema = z.object({
  catalog: catalogSchema.optional(),
  customer: z.string().optional(),
  invoice: z.string().optional(),
  refusal: refusalSchema.optional(),
})
export type SendResults = z.infer<typeof sendResultsSchema>

/** A send, or a finalize, under way. */
export type SendOperation = Operation<Bill, SendResults>

export type SendStep = Step<Bill, SendResults>

export function customerOf({ id, results }: SendOperation) {
  if (!results.customer) throw new Error(`Send ${id} has no customer yet.`)
  return results.customer
}

export function catalogOf({ results }: SendOperation) {
  return results.catalog ?? { taxRates: {}, coupons: {} }
}

export function invoiceOf({ id, results }: SendOperation) {
  if (!results.invoice) throw new Error(`Send ${id} has no Stripe invoice yet.`)
  return results.invoice
}

/** From when to look for what an operation made, in Unix seconds. Stripe's clock may be a little behind ours. */
export function madeSince({ createdAt }: Operation) {
  return { gte: Math.floor(createdAt.getTime() / 1000) - 300 }
}
