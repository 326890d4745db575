import type { UnitOfWork } from '../../state/unit-of-work'
import { badParam } from '../../wire/refusal'

const FIVE_YEARS_SECONDS = 5 * 365 * 86_400 + 86_400

/** Refuses a time (unix seconds) that is past or further off than five years. */
export function requireSoon({ now }: UnitOfWork, at: number | undefined, param: string) {
  if (at === undefined) return
  if (at <= now) {
    const message = `The parameter \`${param}\` expects a unix timestamp representing a date and time in the future. You specified the value \`${at}\` which is in the past.`
    throw badParam(message, { param })
  }
  if (at - now > FIVE_YEARS_SECONDS) {
    throw badParam('Invalid timestamp: can be no more than five years in the future.', { param })
  }
}
