import type { UnitOfWork } from '../../../state/unit-of-work'
import { refuse } from '../../../wire/refusal'
import type { Price } from '../../catalog/prices/price'
import { everyOf } from '../items/plan'
import type { CreateRequest } from '../params'
import { trialEnd } from '../terms'
import { askedAnchor } from './anchor'
import { later, type Period, periodAt } from './calendar'

export interface CycleStart {
  anchor: number
  trialEnd: number | null
  /** The part of a whole period that a price is billed for first. */
  first(price: Price): { period: Period; seconds?: { part: number; whole: number } }
}

/**
 * Returns how the first period of a new subscription runs: to the end of a trial, to the anchor, or a whole interval.
 */
export function cycleStart(unit: UnitOfWork, prices: Price[], request: CreateRequest): CycleStart {
  const { now } = unit
  const trial = trialEnd(now, request.trial_end, request.trial_period_days)
  const asked = askedAnchor(now, request)
  if (trial !== null) {
    return { anchor: asked ?? trial, trialEnd: trial, first: () => ({ period: { start: now, end: trial } }) }
  }
  if (asked === undefined) {
    const first = (price: Price) => ({ period: { start: now, end: later(now, everyOf(price)) } })
    return { anchor: now, trialEnd: null, first }
  }
  for (const price of prices) requireBefore(asked, later(now, everyOf(price)))
  const isFree = request.proration_behavior === 'none'
  const first = (price: Price) => {
    const whole = periodAt(asked, everyOf(price), now)
    const part = isFree ? 0 : asked - now
    return { period: { start: now, end: asked }, seconds: { part, whole: whole.end - whole.start } }
  }
  return { anchor: asked, trialEnd: null, first }
}

function requireBefore(anchor: number, natural: number) {
  if (anchor <= natural) return
  throw refuse(`billing_cycle_anchor cannot be later than next natural billing date (${natural}) for plan`, {
    param: 'billing_cycle_anchor',
  })
}
