import type Stripe from 'stripe'
import { newId } from '../../state/ids'
import type { UnitOfWork } from '../../state/unit-of-work'
import { CLOCK_TEXTS } from '../../unconfirmed'
import { refuse } from '../../wire/refusal'
import type { Wire } from '../../wire/wire'

export type TestClock = Wire<Stripe.TestHelpers.TestClock>

const LIVES_SECONDS = 30 * 86_400
const MAX_CUSTOMERS = 3

/** Makes a clock that stands at a time; it is deleted after thirty days of the real one. Unix seconds. */
export function newClock(frozenTime: number, name: string | undefined, now: number): TestClock {
  return {
    id: newId('clock'),
    object: 'test_helpers.test_clock',
    created: now,
    deletes_after: now + LIVES_SECONDS,
    frozen_time: frozenTime,
    livemode: false,
    name: name ?? null,
    status: 'ready',
    status_details: {},
  }
}

/** Returns the clock that a new customer is to live by; refused when it has its three already. */
export function roomOnClock(unit: UnitOfWork, id: string, param: string): TestClock {
  const clock = unit.need('test_clock', id, param)
  if (customersOf(unit, clock).length >= MAX_CUSTOMERS) throw refuse(CLOCK_TEXTS.full, { param })
  return clock
}

export function customersOf(unit: UnitOfWork, clock: TestClock) {
  return unit.collections.customer.inGroup(clock.id).filter((customer) => customer.test_clock === clock.id)
}
