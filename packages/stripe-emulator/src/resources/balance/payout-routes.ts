import { emitUpdate } from '../../events/emit'
import { type Operation, operation } from '../../transport/operation'
import { pageOf, paging, range } from '../../transport/pages'
import { currency, integer, oneOf, text } from '../../transport/params/leaves'
import { metadata, required } from '../../transport/params/params'
import { mergeMetadata } from '../../transport/params/shapes'
import { cancelPayout, payOut, serialisePayout } from './payout'

const create = {
  amount: required(integer({ min: 1 })),
  currency: required(currency()),
  description: text(),
  destination: text(),
  metadata,
  method: oneOf('instant', 'standard'),
  source_type: oneOf('bank_account', 'card', 'fpx'),
  statement_descriptor: text({ max: 22 }),
}

const filters = { ...paging, arrival_date: range, created: range, destination: text(), status: text() }

export const payoutRoutes: Operation[] = [
  operation('POST', '/v1/payouts', create, ({ unit, params }) =>
    payOut(unit, {
      amount: params.amount,
      currency: params.currency,
      description: params.description ?? null,
      destination: params.destination ?? null,
      metadata: mergeMetadata({}, params.metadata),
      method: params.method ?? 'standard',
      source_type: params.source_type ?? 'card',
      statement_descriptor: params.statement_descriptor ?? null,
    }),
  ),

  operation('GET', '/v1/payouts', filters, ({ unit, params }) => {
    const page = pageOf(unit, 'payout', '/v1/payouts', params, (payout) => {
      if (params.destination !== undefined && payout.destination !== params.destination) return false
      if (params.status !== undefined && serialisePayout(unit, payout).status !== params.status) return false
      return (
        (params.created?.(payout.created) ?? true) && (params.arrival_date?.(payout.arrival_date) ?? true)
      )
    })
    return { ...page, data: page.data.map((payout) => serialisePayout(unit, payout)) }
  }),

  operation('GET', '/v1/payouts/:payout', {}, ({ unit, path }) =>
    serialisePayout(unit, unit.target('payout', path)),
  ),

  operation('POST', '/v1/payouts/:payout', { metadata }, ({ unit, params, path }) => {
    const before = unit.target('payout', path)
    const metadata = mergeMetadata(before.metadata ?? {}, params.metadata)
    const after = unit.put('payout', { ...before, metadata })
    emitUpdate(unit, 'payout.updated', before, after)
    return serialisePayout(unit, after)
  }),

  operation('POST', '/v1/payouts/:payout/cancel', {}, ({ unit, path }) =>
    cancelPayout(unit, unit.target('payout', path)),
  ),
]
