import { z } from 'zod'
import { DELIVERY_FAULTS, REQUEST_FAULTS } from '../faults/orders'

const blank = z.literal('').transform(() => undefined)

/** The posted fault form as an order for the desk. */
export const faultOrderSchema = z
  .object({
    kind: z.enum([...REQUEST_FAULTS, ...DELIVERY_FAULTS], 'Choose what goes wrong.'),
    times: z.coerce
      .number('How many times is a whole number.')
      .int()
      .min(1, 'At least once.')
      .max(10_000, 'At most 10,000 times.'),
    method: blank.or(z.string().trim().toUpperCase()).optional(),
    path: blank.or(z.string().trim()).optional(),
    delayMs: blank
      .or(z.coerce.number('The delay is a number of milliseconds.').int().min(0).max(600_000))
      .optional(),
  })
  .transform(({ kind, times, method, path, delayMs }) => ({
    kind,
    times,
    ...((method || path) && { match: { ...(method && { method }), ...(path && { path }) } }),
    ...(delayMs !== undefined && { delayMs }),
  }))
