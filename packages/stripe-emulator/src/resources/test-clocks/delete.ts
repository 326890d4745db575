import { emit } from '../../events/emit'
import { clockIdOf } from '../../state/clock'
import type { Book } from '../../state/unit-of-work'
import { shownCustomer } from '../customers/serialise'
import { cancelSubscriptionsOf } from '../subscriptions/lifecycle/cancel'
import { customersOf, type TestClock } from './clock'

/** Deletes a clock with all that lives by it; what its customers were asked is never asked again. */
export function deleteClock(book: Book, clock: TestClock) {
  const customers = customersOf(book, clock)
  for (const customer of customers) cancelSubscriptionsOf(book, customer.id)
  const timers = [...book.shelves.timer.oldestFirst()]
  for (const { id, object } of timers) if (clockIdOf(book, object) === clock.id) book.remove('timer', id)
  for (const customer of customers) {
    book.remove('customer', customer.id)
    emit(book, 'customer.deleted', shownCustomer(customer))
    book.put('deleted', { id: customer.id, object: 'customer', deleted: true })
  }
  book.remove('test_clock', clock.id)
  emit(book, 'test_helpers.test_clock.deleted', clock)
}
