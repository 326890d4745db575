import type { UnitOfWork } from '../../../state/unit-of-work'
import { TEXTS } from '../../../unconfirmed'
import { Refusal } from '../../../wire/refusal'
import { paymentsBehind } from '../invoice-payments/invoice-payment'
import type { PaymentIntent } from './payment-intent'

const CONFIRMABLE: ReadonlySet<string> = new Set([
  'requires_payment_method',
  'requires_confirmation',
  'requires_action',
])

interface Extra {
  code?: string
  param?: string
}

/** Makes a 400 with the intent as it stands, as all refusals about an intent carry it. */
export function refuseIntent(intent: PaymentIntent, message: string, extra: Extra = {}): Refusal {
  return new Refusal(400, { type: 'invalid_request_error', message, ...extra, payment_intent: intent })
}

/** The intent is not in a state for this. */
export function unexpectedState(intent: PaymentIntent, message: string, param?: string): Refusal {
  const code = 'payment_intent_unexpected_state'
  return refuseIntent(intent, message, param === undefined ? { code } : { code, param })
}

/** Money that is held, on its way or there already is not asked for again. */
export function refuseWrongState(intent: PaymentIntent) {
  const { status } = intent
  if (CONFIRMABLE.has(status)) return
  if (status === 'succeeded') throw unexpectedState(intent, SUCCEEDED)
  throw unexpectedState(
    intent,
    `You cannot confirm this PaymentIntent because it has a status of ${status}. Only a PaymentIntent with one of the following statuses may be confirmed: ${[...CONFIRMABLE].join(', ')}.`,
  )
}

/** The intent an invoice came with belongs to the invoice. */
export function refuseInvoicesOwn(unit: UnitOfWork, intent: PaymentIntent, verb: 'cancel' | 'update') {
  if (paymentsBehind(unit, intent.id).some((payment) => payment.is_default)) {
    throw unexpectedState(intent, TEXTS.intentOfInvoice(verb))
  }
}

const SUCCEEDED =
  'You cannot confirm this PaymentIntent because it has already succeeded after being previously confirmed.'
