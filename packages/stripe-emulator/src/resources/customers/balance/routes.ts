import type { Book } from '../../../state/unit-of-work'
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
  operation('POST', MOVES, create, ({ book, params, path }) => {
    const customer = book.target('customer', path)
    const { amount, currency } = params
    if (customer.currency && customer.currency !== currency) {
      throw refuse(TEXTS.balanceCurrency(customer.currency, currency), { param: 'currency' })
    }
    const move = noteMove(book, customer, amount, {
      type: 'adjustment',
      currency,
      description: params.description ?? null,
      metadata: mergeMetadata({}, params.metadata),
    })
    changeCustomer(book, customer, { balance: move.ending_balance, currency })
    return move
  }),

  operation('GET', MOVES, { ...paging, created: range, invoice: text() }, ({ book, params, path }) => {
    const { id } = book.target('customer', path)
    const url = `/v1/customers/${id}/balance_transactions`
    const wanted = (move: BalanceTransaction) => {
      if (params.invoice !== undefined && move.invoice !== params.invoice) return false
      return params.created?.(move.created) ?? true
    }
    return pageOf(book, 'customer_balance_transaction', url, params, wanted, id)
  }),

  operation('GET', `${MOVES}/:transaction`, {}, ({ book, path, child }) => find(book, path, child)),

  operation('POST', `${MOVES}/:transaction`, { description, metadata }, (call) => {
    const { book, params, path, child } = call
    const before = find(book, path, child)
    return book.put('customer_balance_transaction', {
      ...before,
      description: params.description === undefined ? before.description : params.description,
      metadata: mergeMetadata(before.metadata ?? {}, params.metadata),
    })
  }),
]

function find(book: Book, path: { id: string; param: string }, child: typeof path): BalanceTransaction {
  const { id } = book.target('customer', path)
  const move = book.target('customer_balance_transaction', child)
  if (move.customer === id) return move
  throw missing('customer balance transaction', child.id, child.param, 404)
}
