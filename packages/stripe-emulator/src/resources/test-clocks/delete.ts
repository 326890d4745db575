import { emit } from '../../events/emit'
import { clockIdOf } from '../../state/clock'
import type { UnitOfWork } from '../../state/unit-of-work'
import { serialiseCustomer } from '../customers/serialise'
import { cancelSubscriptionsOf } from '../subscriptions/lifecycle/cancel'
import { customersOf, type TestClock } from './clock'

/** Deletes a clock with all that lives by it; what its customers were asked is never asked again. */
export function deleteClock(unit: UnitOfWork, clock: TestClock) {
  const customers = customersOf(unit, clock)
  for (const customer of customers) cancelSubscriptionsOf(unit, customer.id)
  const timers = [...unit.collections.timer.oldestFirst()]
  for (const { id, object } of timers) if (clockIdOf(unit, object) === clock.id) unit.remove('timer', id)
  for (const customer of customers) {
    unit.remove('customer', customer.id)
    emit(unit, 'customer.deleted', serialiseCustomer(customer))
    unit.put('deleted', { id: customer.id, object: 'customer', deleted: true })
  }
  unit.remove('test_clock', clock.id)
  emit(unit, 'test_helpers.test_clock.deleted', clock)
}
