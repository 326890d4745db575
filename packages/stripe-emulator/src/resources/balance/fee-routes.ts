import type { Book } from '../../state/unit-of-work'
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
    ({ book, params }) =>
      pageOf(book, 'application_fee', '/v1/application_fees', params, (fee) => {
        if (params.charge !== undefined && fee.charge !== params.charge) return false
        return params.created?.(fee.created) ?? true
      }),
  ),

  operation('GET', FEE, {}, ({ book, path }) => book.target('application_fee', path)),

  operation('POST', `${FEE}/refunds`, { amount: integer({ min: 1 }), metadata }, ({ book, params, path }) => {
    const fee = book.target('application_fee', path)
    const amount = params.amount ?? fee.amount - fee.amount_refunded
    return giveBackFee(book, fee, amount, mergeMetadata({}, params.metadata))
  }),

  operation('GET', `${FEE}/refunds`, paging, ({ book, params, path }) => {
    const { refunds } = book.target('application_fee', path)
    return pageOfList(refunds.data, refunds.url, params, (id, param) => {
      throw missing('fee refund', id, param)
    })
  }),

  operation('GET', `${FEE}/refunds/:refund`, {}, ({ book, path, child }) =>
    refundOf(book.target('application_fee', path), child),
  ),

  operation('POST', `${FEE}/refunds/:refund`, { metadata }, ({ book, params, path, child }) => {
    const fee = book.target('application_fee', path)
    const before = refundOf(fee, child)
    const after = { ...before, metadata: mergeMetadata(before.metadata ?? {}, params.metadata) }
    keepRefund(book, fee, after)
    return after
  }),
]

function refundOf({ refunds }: ApplicationFee, { id, param }: { id: string; param: string }): FeeRefund {
  const found = refunds.data.find((refund) => refund.id === id)
  if (!found) throw missing('fee refund', id, param, 404)
  return found
}

function keepRefund(book: Book, fee: ApplicationFee, refund: FeeRefund) {
  const data = fee.refunds.data.map((each) => (each.id === refund.id ? refund : each))
  book.put('application_fee', { ...fee, refunds: { ...fee.refunds, data } })
}
