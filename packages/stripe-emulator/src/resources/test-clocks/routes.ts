import { emit } from '../../events/emit'
import { operation } from '../../transport/operation'
import { pageOf, paging } from '../../transport/pages'
import { integer, text } from '../../transport/params/leaves'
import { required } from '../../transport/params/params'
import { CLOCK_TEXTS } from '../../unconfirmed'
import { refuse } from '../../wire/refusal'
import { changeCustomer } from '../customers/customer'
import { newClock } from './clock'
import { deleteClock } from './delete'
import { furthest } from './limit'

/** The end of the year 9999: a day that can still be written down. */
const LATEST = 253_402_300_799
const PATH = '/v1/test_helpers/test_clocks'

export const testClockRoutes = [
  operation(
    'POST',
    PATH,
    { customer: text(), frozen_time: required(integer({ min: 0, max: LATEST })), name: text({ max: 300 }) },
    ({ unit, params }) => {
      const customer =
        params.customer === undefined ? undefined : unit.need('customer', params.customer, 'customer')
      if (customer?.test_clock) throw refuse(CLOCK_TEXTS.taken(customer.id), { param: 'customer' })
      const clock = unit.put('test_clock', newClock(params.frozen_time, params.name, unit.now))
      emit(unit, 'test_helpers.test_clock.created', clock)
      if (customer) changeCustomer(unit, customer, { test_clock: clock.id })
      return clock
    },
  ),

  operation('GET', PATH, paging, ({ unit, params }) => pageOf(unit, 'test_clock', PATH, params, () => true)),

  operation('GET', `${PATH}/:test_clock`, {}, ({ unit, path }) => unit.target('test_clock', path)),

  operation(
    'POST',
    `${PATH}/:test_clock/advance`,
    { frozen_time: required(integer()) },
    ({ unit, params, path }) => {
      const clock = unit.target('test_clock', path)
      const target = params.frozen_time
      if (target <= clock.frozen_time) throw refuse(CLOCK_TEXTS.notLater, { param: 'frozen_time' })
      const limit = furthest(unit, clock)
      if (target > limit) throw refuse(CLOCK_TEXTS.tooFar(limit), { param: 'frozen_time' })
      const advancing = unit.put('test_clock', {
        ...clock,
        status: 'advancing',
        status_details: { advancing: { target_frozen_time: target } },
      })
      emit(unit, 'test_helpers.test_clock.advancing', advancing)
      return advancing
    },
  ),

  operation('DELETE', `${PATH}/:test_clock`, {}, ({ unit, path }) => {
    const clock = unit.target('test_clock', path)
    deleteClock(unit, clock)
    return { id: clock.id, object: clock.object, deleted: true }
  }),
]
