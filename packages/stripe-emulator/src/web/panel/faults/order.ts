import { z } from 'zod'
import { DELIVERY_FAULTS, type FaultOrder, REQUEST_FAULTS } from '../../../faults/orders'

const TIMES = 'A whole number from 1 to 10,000.'
const RATE = 'A percentage above 0, up to 100.'
const SEED = 'A whole number.'
const DELAY = 'A whole number of milliseconds, up to ten minutes.'

/** The posted fault form as an order for the admin interface. Fields left empty leave their part out. */
const faultOrderSchema = z
  .object({
    kind: z.enum([...REQUEST_FAULTS, ...DELIVERY_FAULTS], 'Choose what goes wrong.'),
    times: optional(z.coerce.number(TIMES).int(TIMES).min(1, TIMES).max(10_000, TIMES)),
    method: z.string().trim().toUpperCase(),
    path: z.string().trim(),
    rate: optional(z.coerce.number(RATE).gt(0, RATE).max(100, RATE)),
    seed: optional(z.coerce.number(SEED).int(SEED).min(0, SEED)),
    delayMs: optional(z.coerce.number(DELAY).int(DELAY).min(1, DELAY).max(600_000, DELAY)),
  })
  .transform(
    ({ kind, times = 1, method, path, rate, seed, delayMs }): FaultOrder => ({
      kind,
      times,
      ...((method || path) && { match: { ...(method && { method }), ...(path && { path }) } }),
      ...(rate !== undefined && rate < 100 && { rate: rate / 100 }),
      ...(seed !== undefined && { seed }),
      ...(delayMs !== undefined && { delayMs }),
    }),
  )

function optional<T extends z.ZodType>(schema: T) {
  return z.preprocess((typed) => (typed === '' ? undefined : typed), schema.optional())
}

export type TypedFault = Record<'kind' | 'times' | 'method' | 'path' | 'rate' | 'seed' | 'delayMs', string>
export type FaultProblems = Partial<TypedFault>

export function readFault(typed: TypedFault): { order: FaultOrder } | { problems: FaultProblems } {
  const read = faultOrderSchema.safeParse(typed)
  if (read.success) return { order: read.data }
  return {
    problems: Object.fromEntries(read.error.issues.map(({ path, message }) => [String(path[0]), message])),
  }
}
