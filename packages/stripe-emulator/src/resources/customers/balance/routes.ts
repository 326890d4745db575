import type { UnitOfWork } from '../../../state/unit-of-work'
import { operation } from '../../../transport/operation'
import { pageOf, paging, range } from '../../../transport/pages'
import { currency, integer, text } from '../../../transport/params/leaves'
import { metadata, required, unsettable } from '../../../transport/params/params'
import { mergeMetadata } from '../../../transport/params/shapes'
import { TEXTS } from '../../../unconfirmed'
import { missing, refuse } from '../../../wire/refusal'
import { changeCustomer } from '../customer'
import { type BalanceTransaction, noteMove } from './balance'

const description = unsettable(text({ max: 350 }))
const create = { amount: required(integer()), currency: required(currency()), description, metadata }
const MOVES = '/v1/customers/:customer/balance_transactions'

export const balanceRoutes = [
  operation('POST', MOVES, create, ({ unit, params, path }) => {
    const customer = unit.target('customer', path)
    const { amount, currency } = params
    if (customer.currency && customer.currency !== currency) {
      throw refuse(TEXTS.balanceCurrency(customer.currency, currency), { param: 'currency' })
    }
    const move = noteMove(unit, customer, amount, {
      type: 'adjustment',
      currency,
      description: params.description ?? null,
      metadata: mergeMetadata({}, params.metadata),
    })
    changeCustomer(unit, customer, { balance: move.ending_balance, currency })
    return move
  }),

  operation('GET', MOVES, { ...paging, created: range, invoice: text() }, ({ unit, params, path }) => {
    const { id } = unit.target('customer', path)
    const url = `/v1/customers/${id}/balance_transactions`
    const wanted = (move: BalanceTransaction) => {
      if (params.invoice !== undefined && move.invoice !== params.invoice) return false
      return params.created?.(move.created) ?? true
    }
    return pageOf(unit, 'customer_balance_transaction', url, params, wanted, id)
  }),

  operation('GET', `${MOVES}/:transaction`, {}, ({ unit, path, child }) => find(unit, path, child)),

  operation('POST', `${MOVES}/:transaction`, { description, metadata }, (call) => {
    const { unit, params, path, child } = call
    const before = find(unit, path, child)
    return unit.put('customer_balance_transaction', {
      ...before,
      description: params.description === undefined ? before.description : params.description,
      metadata: mergeMetadata(before.metadata ?? {}, params.metadata),
    })
  }),
]

function find(unit: UnitOfWork, path: { id: string; param: string }, child: typeof path): BalanceTransaction {
  const { id } = unit.target('customer', path)
  const move = unit.target('customer_balance_transaction', child)
  if (move.customer === id) return move
  throw missing('customer balance transaction', child.id, child.param, 404)
}
