import type { UnitOfWork } from '../../../state/unit-of-work'
import { type Operation, operation } from '../../../transport/operation'
import { pageOf, paging } from '../../../transport/pages'
import { integer } from '../../../transport/params/leaves'
import { metadata, required } from '../../../transport/params/params'
import { TEXTS } from '../../../unconfirmed'
import { missingParam, refuse } from '../../../wire/refusal'
import { creditPayment } from '../invoice-payments/credit'
import { availableOf } from '../invoice-payments/follow'
import { paymentsBehind } from '../invoice-payments/invoice-payment'
import {
  attemptParams,
  type InformationRequest,
  informationParams,
  type RefundRequest,
  refundParams,
  reportParams,
} from './params'
import { ended, informed, newRecord, type Outcome, type PaymentRecord, triedAgain } from './record'

const RECORD = '/v1/payment_records/:id'
const time = required(integer())

export const paymentRecordRoutes: Operation[] = [
  operation('POST', '/v1/payment_records/report_payment', reportParams, ({ unit, params }) => {
    requireTime(params)
    const { customer_details, shipping_details } = params
    const fresh = informed(unit, newRecord(unit, params), { customer_details, shipping_details })
    return keep(unit, ended(fresh, params.outcome))
  }),

  operation(
    'GET',
    '/v1/payment_records',
    { ...paging, created_after: integer(), created_before: integer() },
    ({ unit, params }) =>
      pageOf(unit, 'payment_record', '/v1/payment_records', params, ({ created }) => {
        const { created_after: after, created_before: before } = params
        return (after === undefined || created > after) && (before === undefined || created < before)
      }),
  ),

  operation('GET', RECORD, {}, ({ unit, path }) => unit.target('payment_record', path)),

  operation('POST', `${RECORD}/report_payment_attempt`, attemptParams, ({ unit, params, path }) => {
    requireTime(params)
    const again = triedAgain(unit.target('payment_record', path), params)
    const { metadata, shipping_details } = params
    return keep(unit, ended(informed(unit, again, { metadata, shipping_details }), params.outcome))
  }),

  operation(
    'POST',
    `${RECORD}/report_payment_attempt_canceled`,
    { canceled_at: time, metadata },
    ({ unit, params, path }) => end(unit, path, params.metadata, 'canceled'),
  ),
  operation(
    'POST',
    `${RECORD}/report_payment_attempt_failed`,
    { failed_at: time, metadata },
    ({ unit, params, path }) => end(unit, path, params.metadata, 'failed'),
  ),
  operation(
    'POST',
    `${RECORD}/report_payment_attempt_guaranteed`,
    { guaranteed_at: time, metadata },
    ({ unit, params, path }) => end(unit, path, params.metadata, 'guaranteed'),
  ),

  operation(
    'POST',
    `${RECORD}/report_payment_attempt_informational`,
    informationParams,
    ({ unit, params, path }) => keep(unit, informed(unit, unit.target('payment_record', path), params)),
  ),

  operation('POST', `${RECORD}/report_refund`, refundParams, ({ unit, params, path }) => {
    const record = unit.target('payment_record', path)
    const amount_refunded = refundedAfter(record, params)
    const { metadata } = params
    return keep(unit, informed(unit, { ...record, amount_refunded }, { metadata }))
  }),
]

function end(
  unit: UnitOfWork,
  path: { id: string; param: string },
  metadata: InformationRequest['metadata'],
  outcome: Outcome,
): PaymentRecord {
  const record = unit.target('payment_record', path)
  return keep(unit, ended(informed(unit, record, { metadata }), outcome))
}

/** A payment that has become certain counts towards the invoices it stands behind. */
function keep(unit: UnitOfWork, record: PaymentRecord): PaymentRecord {
  unit.put('payment_record', record)
  const { value } = record.amount_guaranteed
  for (const payment of value > 0 ? paymentsBehind(unit, record.id) : []) {
    if (payment.status === 'open') creditPayment(unit, payment, availableOf(unit, payment, value))
  }
  return record
}

/** An outcome is told with its time. */
function requireTime(request: { outcome: Outcome | undefined } & Partial<Record<Outcome, unknown>>) {
  const { outcome } = request
  if (outcome === undefined || request[outcome] !== undefined) return
  throw missingParam(outcome)
}

function refundedAfter(record: PaymentRecord, { amount }: RefundRequest): PaymentRecord['amount_refunded'] {
  const { amount_guaranteed: paid, amount_refunded: before } = record
  if (paid.value === 0) throw refuse(TEXTS.recordNotPaid)
  if (amount && amount.currency !== paid.currency)
    throw refuse(TEXTS.recordOtherCurrency, { param: 'amount' })
  const left = paid.value - before.value
  const value = amount?.value ?? left
  if (value > left || left === 0) throw refuse(TEXTS.recordRefundTooLarge, { param: 'amount' })
  return { currency: paid.currency, value: before.value + value }
}
