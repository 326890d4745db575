import type { Book } from '../../../state/book'
import { Refusal } from '../../../transport/refusal'
import { TEXTS } from '../../../unconfirmed'
import { paymentsBehind } from '../invoice-payment'
import type { PaymentIntent } from '../payment-intent'

interface Extra {
  code?: string
  param?: string
}

/** 400 with the intent as it stands, as all refusals about an intent carry it. */
export function refuseIntent(intent: PaymentIntent, message: string, extra: Extra = {}): Refusal {
  return new Refusal(400, { type: 'invalid_request_error', message, ...extra, payment_intent: intent })
}

/** The intent is not in a state for this. */
export function unexpectedState(intent: PaymentIntent, message: string, param?: string): Refusal {
  const code = 'payment_intent_unexpected_state'
  return refuseIntent(intent, message, param === undefined ? { code } : { code, param })
}

/** The intent an invoice came with belongs to the invoice. */
export function refuseInvoicesOwn(book: Book, intent: PaymentIntent, verb: 'cancel' | 'update') {
  if (paymentsBehind(book, intent.id).some((payment) => payment.is_default)) {
    throw unexpectedState(intent, TEXTS.intentOfInvoice(verb))
  }
}
