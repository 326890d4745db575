import { emit } from '../../events/emit'
import type { UnitOfWork } from '../../state/unit-of-work'
import { operation } from '../../transport/operation'
import type { Read } from '../../transport/params/params'
import { attach, instrumentById } from '../payments/instrument'
import { roomOnClock } from '../test-clocks/clock'
import { noteMove } from './balance/balance'
import { type Customer, newCustomer } from './customer'
import { customerParams } from './params'
import { serialiseCustomer } from './serialise'
import { attachSource, cardOfSource } from './sources/attach'
import { addTaxId } from './tax-ids/tax-id'
import { withParams } from './with-params'

type Request = Read<typeof customerParams.create>

export const createCustomer = operation(
  'POST',
  '/v1/customers',
  customerParams.create,
  ({ unit, params: request }) => {
    const { payment_method, source, tax_id_data = [], test_clock = null } = request
    if (test_clock !== null) roomOnClock(unit, test_clock, 'test_clock')
    const fresh = { ...newCustomer(unit.now), test_clock }
    const instrument = payment_method && instrumentById(unit, payment_method, 'payment_method')
    const card = source && cardOfSource(unit, source)
    const customer = unit.put('customer', {
      ...withRequest(unit, fresh, request, instrument ? instrument.method.id : null),
      default_source: card ? card.method.id : null,
    })
    noteInitialBalance(unit, customer)
    emit(unit, 'customer.created', serialiseCustomer(customer))
    if (instrument) attach(unit, instrument, customer.id)
    if (card) attachSource(unit, card, customer.id)
    for (const [index, each] of tax_id_data.entries()) {
      addTaxId(unit, customer.id, each, `tax_id_data[${index}][value]`)
    }
    return serialiseCustomer(customer)
  },
)

/** The default may be the payment method that is being attached, named by the same id, if only a test id. */
function withRequest(
  unit: UnitOfWork,
  fresh: Customer,
  request: Request,
  attaching: string | null,
): Customer {
  const { invoice_settings: settings, payment_method } = request
  if (attaching === null || !settings || settings.default_payment_method !== payment_method) {
    return withParams(unit, fresh, request)
  }
  const others = { ...settings, default_payment_method: undefined }
  const customer = withParams(unit, fresh, { ...request, invoice_settings: others })
  return {
    ...customer,
    invoice_settings: { ...customer.invoice_settings, default_payment_method: attaching },
  }
}

function noteInitialBalance(unit: UnitOfWork, { id, balance, currency }: Customer) {
  if (balance === 0) return
  noteMove(unit, { id, balance: 0 }, balance, { type: 'initial', currency: currency ?? 'usd' })
}
