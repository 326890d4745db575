import type { Book } from '../../state/book'
import { inItsTime } from '../../state/clock'
import { missing, refuse } from '../../transport/refusal'
import { TEXTS } from '../../unconfirmed'
import { inHand } from './instrument'
import { attempt } from './intents/attempt'
import { failIntent } from './intents/fail'
import { tellInvoices } from './invoice-payments/follow'
import { AUTHENTICATION_FAILED } from './numbers/decline'
import type { PaymentIntent } from './payment-intent'

/** What comes of a payer's visit to their bank. A card may still be declined: the intent says so. */
export function authenticate(at: Book, intentId: string, complete: boolean): PaymentIntent {
  const book = inItsTime(at, intentId)
  const intent = book.get('payment_intent', intentId)
  if (!intent) throw missing('payment_intent', intentId, 'intent', 404)
  const method = book.get('payment_method', intent.payment_method ?? '')
  if (intent.status !== 'requires_action' || !method) throw refuse(TEXTS.nothingToAuthenticate)
  const instrument = inHand(book, method)
  const outcome = complete
    ? attempt(book, { ...intent, next_action: null }, instrument, {
        offSession: false,
        isAuthenticated: true,
      })
    : failIntent(book, intent, instrument, AUTHENTICATION_FAILED)
  tellInvoices(book, outcome)
  return outcome.intent
}
