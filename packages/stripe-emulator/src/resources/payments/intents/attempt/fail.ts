import { emit } from '../../../../events/emit'
import type { UnitOfWork } from '../../../../state/unit-of-work'
import { docUrl, type ErrorType, Refusal } from '../../../../wire/refusal'
import type { Charge } from '../../charges/charge'
import { type Instrument, verified } from '../../methods/payment-method'
import type { ErrorCode } from '../../numbers/decline'
import type { PaymentIntent } from '../payment-intent'
import type { Attempt } from './outcome'

interface Failure {
  code: ErrorCode
  declineCode?: string
  message: string
  type?: ErrorType
}

/** The intent waits for another method of payment. Without a charge no bank was asked. */
export function failIntent(
  unit: UnitOfWork,
  intent: PaymentIntent,
  { method }: Instrument,
  { code, declineCode, message, type = 'card_error' }: Failure,
  charge?: Charge,
): Attempt & { is: 'failed' } {
  const error = {
    ...(charge ? { charge: charge.id } : {}),
    code,
    ...(declineCode === undefined ? {} : { decline_code: declineCode }),
    message,
    type,
  }
  const shown = verified(method)
  const failed = unit.put('payment_intent', {
    ...intent,
    last_payment_error: {
      ...error,
      doc_url: docUrl(code),
      payment_method: shown,
      payment_method_type: method.type,
    },
    latest_charge: charge?.id ?? intent.latest_charge,
    next_action: null,
    payment_method: null,
    processing: null,
    status: 'requires_payment_method',
  })
  if (charge) emit(unit, 'charge.failed', charge)
  emit(unit, 'payment_intent.payment_failed', failed)
  const body = { ...error, payment_intent: failed, payment_method: shown }
  return { is: 'failed', intent: failed, refusal: new Refusal(402, body, { effectsStand: true }) }
}
