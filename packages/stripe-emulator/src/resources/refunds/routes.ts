import type { UnitOfWork } from '../../state/unit-of-work'
import { type Operation, operation } from '../../transport/operation'
import { pageOf, paging, range } from '../../transport/pages'
import { bool, integer, oneOf, text } from '../../transport/params/leaves'
import { metadata, type Read, unused } from '../../transport/params/params'
import { mergeMetadata } from '../../transport/params/shapes'
import { badParam, missing, refuse } from '../../wire/refusal'
import { refundFee } from '../balance/fee-refund'
import type { Charge } from '../payments/charges/charge'
import { changeRefund } from './refund'
import { nothingToRefund, refundCharge } from './refund-charge'

const create = {
  amount: integer(),
  charge: text(),
  instructions_email: text(),
  metadata,
  payment_intent: text(),
  reason: oneOf('duplicate', 'fraudulent', 'requested_by_customer'),
  refund_application_fee: bool(),
  reverse_transfer: unused(bool()),
}

export const refundRoutes: Operation[] = [
  operation('POST', '/v1/refunds', create, ({ unit, params }) => {
    const charge = chargeFor(unit, params)
    const { amount, instructions_email: instructionsEmail, reason } = params
    const refund = refundCharge(unit, charge, amount, {
      metadata: mergeMetadata({}, params.metadata),
      ...(reason ? { reason } : {}),
      ...(instructionsEmail === undefined ? {} : { instructionsEmail }),
    })
    if (params.refund_application_fee) refundFeeOf(unit, charge, refund.amount)
    return refund
  }),

  operation(
    'GET',
    '/v1/refunds',
    { ...paging, charge: text(), created: range, payment_intent: text() },
    ({ unit, params }) => {
      const { charge, created, payment_intent } = params
      if (charge !== undefined) unit.need('charge', charge, 'charge')
      if (payment_intent !== undefined) unit.need('payment_intent', payment_intent, 'payment_intent')
      return pageOf(unit, 'refund', '/v1/refunds', params, (refund) => {
        if (charge !== undefined && refund.charge !== charge) return false
        if (payment_intent !== undefined && refund.payment_intent !== payment_intent) return false
        return created?.(refund.created) ?? true
      })
    },
  ),

  operation('GET', '/v1/refunds/:refund', {}, ({ unit, path }) => unit.target('refund', path)),

  operation('POST', '/v1/refunds/:refund', { metadata }, ({ unit, params, path }) => {
    const refund = unit.target('refund', path)
    return changeRefund(unit, refund, { metadata: mergeMetadata(refund.metadata ?? {}, params.metadata) })
  }),

  operation('POST', '/v1/refunds/:refund/cancel', {}, ({ unit, path }) => {
    const refund = unit.target('refund', path)
    if (refund.status !== 'requires_action') throw refuse('Canceling this refund is unsupported.')
    return changeRefund(unit, refund, { status: 'canceled' })
  }),
]

/** The charge a request means, itself or by its intent. */
function chargeFor(unit: UnitOfWork, { charge: id, payment_intent }: Read<typeof create>): Charge {
  if (id !== undefined) {
    const charge = unit.get('charge', id)
    if (charge && (payment_intent === undefined || charge.payment_intent === payment_intent)) return charge
    throw missing('charge', id, 'id', 404)
  }
  if (payment_intent === undefined) throw badParam(NEITHER, {})
  const intent = unit.get('payment_intent', payment_intent)
  if (!intent) throw missing('payment_intent', payment_intent, 'payment_intent', 404)
  const charge = unit.get('charge', intent.latest_charge ?? '')
  if (charge?.status !== 'succeeded') throw nothingToRefund(intent.id)
  return charge
}

/** The platform gives back the same part of its fee. */
function refundFeeOf(unit: UnitOfWork, charge: Charge, refunded: number) {
  if (charge.application_fee)
    refundFee(unit, charge.application_fee, { part: refunded, of: charge.amount_captured })
}

const NEITHER = 'One of the following params should be provided for this request: payment_intent or charge.'
