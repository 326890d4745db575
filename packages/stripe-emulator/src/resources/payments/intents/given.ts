import type { UnitOfWork } from '../../../state/unit-of-work'
import type { Read } from '../../../transport/params/params'
import { refuse } from '../../../wire/refusal'
import { instrumentById } from '../instrument'
import { newInstrument } from '../methods/create'
import type { paymentMethodData } from '../methods/params'
import type { Instrument } from '../methods/payment-method'

interface Given {
  payment_method: string | undefined
  payment_method_data: Read<{ data: typeof paymentMethodData }>['data']
}

/** Returns the means of payment a request names or describes. */
export function instrumentGiven(unit: UnitOfWork, given: Given): Instrument | undefined {
  const { payment_method: id, payment_method_data: data } = given
  if (id !== undefined && data) throw refuse(BOTH, { param: 'payment_method' })
  if (id !== undefined) return instrumentById(unit, id, 'payment_method')
  return data && newInstrument(unit, data, 'payment_method_data')
}

const BOTH = 'You may only specify one of these parameters: payment_method, payment_method_data.'
