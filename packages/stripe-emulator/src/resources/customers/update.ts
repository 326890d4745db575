import { emitUpdate } from '../../events/emit'
import type { UnitOfWork } from '../../state/unit-of-work'
import { operation } from '../../transport/operation'
import { missing } from '../../wire/refusal'
import { noteMove } from './balance/balance'
import type { Customer } from './customer'
import { customerParams } from './params'
import { serialiseCustomer } from './serialise'
import { attachSource, cardOfSource } from './sources/attach'
import { withParams } from './with-params'

export const updateCustomer = operation(
  'POST',
  '/v1/customers/:id',
  customerParams.update,
  ({ unit, params, path }) => {
    const before = unit.target('customer', path)
    const { default_source, source } = params
    if (default_source !== undefined) refuseNotTheirs(unit, before, default_source)
    const card = source && cardOfSource(unit, source)
    const laid = withParams(unit, before, params)
    const after = unit.put('customer', {
      ...laid,
      default_source: card ? card.method.id : (default_source ?? before.default_source),
    })
    noteAdjustment(unit, before, after)
    if (card) attachSource(unit, card, before.id)
    emitUpdate(unit, 'customer.updated', serialiseCustomer(before), serialiseCustomer(after))
    return serialiseCustomer(after)
  },
)

function noteAdjustment(unit: UnitOfWork, before: Customer, after: Customer) {
  const amount = after.balance - before.balance
  if (amount === 0) return
  noteMove(unit, before, amount, { type: 'adjustment', currency: after.currency ?? 'usd' })
}

function refuseNotTheirs(unit: UnitOfWork, customer: Customer, source: string) {
  if (unit.get('payment_method', source)?.customer === customer.id) return
  throw missing('source', source, 'default_source')
}
