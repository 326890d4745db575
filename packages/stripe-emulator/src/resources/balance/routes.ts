import { type Operation, operation } from '../../transport/operation'
import { pageOf, paging, range } from '../../transport/pages'
import { currency, text } from '../../transport/params/leaves'
import { refuse } from '../../wire/refusal'
import { balanceOf } from './balance'
import { applicationFeeRoutes } from './fee-routes'
import { payoutRoutes } from './payout-routes'
import { serialiseTransaction } from './transaction'

const filters = {
  ...paging,
  created: range,
  currency: currency(),
  payout: text(),
  source: text(),
  type: text(),
}

export const balanceRoutes: Operation[] = [
  operation('GET', '/v1/balance', {}, ({ unit }) => balanceOf(unit)),

  operation('GET', '/v1/balance_transactions', filters, ({ unit, params }) => {
    const { created, payout, source, type } = params
    if (payout !== undefined && !unit.need('payout', payout, 'payout').automatic) throw refuse(NOT_AUTOMATIC)
    const page = pageOf(unit, 'balance_transaction', '/v1/balance_transactions', params, (each) => {
      if (params.currency !== undefined && each.currency !== params.currency) return false
      if (source !== undefined && each.source !== source) return false
      if (type !== undefined && each.type !== type) return false
      return created?.(each.created) ?? true
    })
    return { ...page, data: page.data.map((each) => serialiseTransaction(unit, each)) }
  }),

  operation('GET', '/v1/balance_transactions/:id', {}, ({ unit, path }) =>
    serialiseTransaction(unit, unit.target('balance_transaction', path)),
  ),

  ...payoutRoutes,
  ...applicationFeeRoutes,
]

const NOT_AUTOMATIC = 'Balance transaction history can only be filtered on automatic transfers, not manual.'
