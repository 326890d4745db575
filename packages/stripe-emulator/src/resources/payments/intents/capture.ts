import { emit } from '../../../events/emit'
import type { UnitOfWork } from '../../../state/unit-of-work'
import { operation } from '../../../transport/operation'
import { bool, integer, text } from '../../../transport/params/leaves'
import { hash, metadata, unused } from '../../../transport/params/params'
import { mergeMetadata } from '../../../transport/params/shapes'
import { settleInvoicesOf } from '../invoice-payments/follow'
import { completeIntent, settledCharge } from './attempt/succeed'
import type { PaymentIntent } from './payment-intent'
import { refuseIntent, unexpectedState } from './refusals'

const params = {
  amount_to_capture: integer(),
  application_fee_amount: integer(),
  final_capture: unused(bool()),
  metadata,
  statement_descriptor: text({ max: 22 }),
  statement_descriptor_suffix: text({ max: 22 }),
  transfer_data: hash({ amount: integer() }),
}

export const captureIntent = operation(
  'POST',
  '/v1/payment_intents/:intent/capture',
  params,
  ({ unit, params, path }) => {
    const before = unit.target('payment_intent', path)
    refuseWrongState(before)
    const amount = params.amount_to_capture ?? before.amount_capturable
    refuseBadAmount(before, amount)
    const intent = {
      ...before,
      application_fee_amount: params.application_fee_amount ?? before.application_fee_amount,
      metadata: mergeMetadata(before.metadata, params.metadata),
      statement_descriptor: params.statement_descriptor ?? before.statement_descriptor,
      statement_descriptor_suffix: params.statement_descriptor_suffix ?? before.statement_descriptor_suffix,
    }
    const done = capture(unit, intent, amount)
    settleInvoicesOf(unit, { is: 'succeeded', intent: done })
    return done
  },
)

/** Takes what was held, or a part of it; the rest is let go. */
function capture(unit: UnitOfWork, intent: PaymentIntent, amount: number): PaymentIntent {
  const held = unit.need('charge', intent.latest_charge ?? '', 'charge')
  const number = unit.get('instrument', held.id)?.number ?? ''
  const { application_fee_amount } = intent
  const captured = { ...held, amount_captured: amount, application_fee_amount, captured: true }
  const charge = unit.put('charge', settledCharge(unit, captured, number))
  emit(unit, 'charge.captured', charge)
  return completeIntent(unit, intent, charge, number)
}

function refuseWrongState(intent: PaymentIntent) {
  const { status } = intent
  if (status === 'requires_capture') return
  if (status === 'succeeded') throw unexpectedState(intent, RELEASED)
  throw unexpectedState(
    intent,
    `This PaymentIntent could not be captured because it has a status of ${status}. Only a PaymentIntent with one of the following statuses may be captured: requires_capture.`,
  )
}

function refuseBadAmount(intent: PaymentIntent, amount: number) {
  if (amount < 0) {
    throw refuseIntent(intent, 'Invalid non-negative integer', { param: 'amount_to_capture' })
  }
  if (amount === 0) {
    const extra = { code: 'parameter_invalid_integer', param: 'amount' }
    throw refuseIntent(intent, 'This value must be greater than or equal to 1.', extra)
  }
  if (amount > intent.amount_capturable) {
    throw refuseIntent(intent, TOO_MUCH, { code: 'amount_too_large' })
  }
}

const RELEASED =
  'The remaining amount on this PaymentIntent could not be captured because the remainder of the authorized amount has been released.'
const TOO_MUCH =
  'The payment could not be captured because the requested capture amount is greater than the amount you can capture for this charge. Contact us via https://support.stripe.com/contact/ for help.'
