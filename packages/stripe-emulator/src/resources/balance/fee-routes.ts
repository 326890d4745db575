import type { UnitOfWork } from '../../state/unit-of-work'
import { type Operation, operation } from '../../transport/operation'
import { pageOf, pageOfList, paging, range } from '../../transport/pages'
import { integer, text } from '../../transport/params/leaves'
import { metadata } from '../../transport/params/params'
import { mergeMetadata } from '../../transport/params/shapes'
import { missing } from '../../wire/refusal'
import type { ApplicationFee } from './application-fee'
import { type FeeRefund, giveBackFee } from './fee-refund'

const FEE = '/v1/application_fees/:id'

export const applicationFeeRoutes: Operation[] = [
  operation(
    'GET',
    '/v1/application_fees',
    { ...paging, charge: text(), created: range },
    ({ unit, params }) =>
      pageOf(unit, 'application_fee', '/v1/application_fees', params, (fee) => {
        if (params.charge !== undefined && fee.charge !== params.charge) return false
        return params.created?.(fee.created) ?? true
      }),
  ),

  operation('GET', FEE, {}, ({ unit, path }) => unit.target('application_fee', path)),

  operation('POST', `${FEE}/refunds`, { amount: integer({ min: 1 }), metadata }, ({ unit, params, path }) => {
    const fee = unit.target('application_fee', path)
    const amount = params.amount ?? fee.amount - fee.amount_refunded
    return giveBackFee(unit, fee, amount, mergeMetadata({}, params.metadata))
  }),

  operation('GET', `${FEE}/refunds`, paging, ({ unit, params, path }) => {
    const { refunds } = unit.target('application_fee', path)
    return pageOfList(refunds.data, refunds.url, params, (id, param) => {
      throw missing('fee refund', id, param)
    })
  }),

  operation('GET', `${FEE}/refunds/:refund`, {}, ({ unit, path, child }) =>
    refundOf(unit.target('application_fee', path), child),
  ),

  operation('POST', `${FEE}/refunds/:refund`, { metadata }, ({ unit, params, path, child }) => {
    const fee = unit.target('application_fee', path)
    const before = refundOf(fee, child)
    const after = { ...before, metadata: mergeMetadata(before.metadata ?? {}, params.metadata) }
    keepRefund(unit, fee, after)
    return after
  }),
]

function refundOf({ refunds }: ApplicationFee, { id, param }: { id: string; param: string }): FeeRefund {
  const found = refunds.data.find((refund) => refund.id === id)
  if (!found) throw missing('fee refund', id, param, 404)
  return found
}

function keepRefund(unit: UnitOfWork, fee: ApplicationFee, refund: FeeRefund) {
  const data = fee.refunds.data.map((each) => (each.id === refund.id ? refund : each))
  unit.put('application_fee', { ...fee, refunds: { ...fee.refunds, data } })
}
