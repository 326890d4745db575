import { z } from 'zod'
import { DELIVERY_FAULTS, REQUEST_FAULTS } from '../faults/orders'

const TIMES = 'How many times: a whole number from 1 to 10,000.'
const DELAY = 'The delay: a whole number of milliseconds, up to ten minutes.'

/** The posted fault form as an order for the desk. Fields left empty leave their part out. */
export const faultOrderSchema = z
  .object({
    kind: z.enum([...REQUEST_FAULTS, ...DELIVERY_FAULTS], 'Choose what goes wrong.'),
    times: z.coerce.number(TIMES).int(TIMES).min(1, TIMES).max(10_000, TIMES),
    method: z.string().trim().toUpperCase(),
    path: z.string().trim(),
    delayMs: z.coerce.number(DELAY).int(DELAY).min(0, DELAY).max(600_000, DELAY),
  })
  .transform(({ kind, times, method, path, delayMs }) => ({
    kind,
    times,
    ...((method || path) && { match: { ...(method && { method }), ...(path && { path }) } }),
    ...(delayMs > 0 && { delayMs }),
  }))
