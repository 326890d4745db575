import type { Operation } from './definition'

/**
 * The idempotency key of a call: it names the operation, the step and the attempt, which are in the database before
 * the call is made. `part` tells calls of one step apart.
 */
export function keyOf({ id, step, attempt }: Operation, part?: string) {
  return ['op', id, step, attempt, ...(part ? [part] : [])].join(':')
}
