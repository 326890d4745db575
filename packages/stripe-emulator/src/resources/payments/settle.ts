import { inItsTime } from '../../state/clock'
import type { Kinds } from '../../state/kinds'
import type { Book } from '../../state/unit-of-work'
import { TEXTS } from '../../unconfirmed'
import { missing, refuse } from '../../wire/refusal'
import { failRefund, settleRefund } from '../refunds/settle'
import { endDebit } from './intents/attempt/debit'
import type { PaymentIntent } from './intents/payment-intent'
import { tellInvoices } from './invoice-payments/follow'

/** The bank moved the money of a debit; from an account that fails it cannot. */
export function settle(book: Book, intentId: string): PaymentIntent {
  return end(inItsTime(book, intentId), intentId, 'settles')
}

/** The bank gave a debit back. */
export function fail(book: Book, intentId: string): PaymentIntent {
  return end(inItsTime(book, intentId), intentId, 'fails')
}

/** Does what was to happen by itself; `book.now` is the time it was to happen at. */
export function runTimer(book: Book, timer: Kinds['timer']) {
  book.remove('timer', timer.id)
  const { object, what } = timer
  if (what === 'payment_settles') end(book, object, 'settles')
  if (what === 'payment_fails') end(book, object, 'fails')
  if (what === 'refund_settles') settleRefund(book, object)
  if (what === 'refund_fails') failRefund(book, object)
}

function end(book: Book, intentId: string, how: 'settles' | 'fails'): PaymentIntent {
  const intent = book.get('payment_intent', intentId)
  if (!intent) throw missing('payment_intent', intentId, 'intent', 404)
  const outcome = endDebit(book, intent, how)
  if (!outcome) throw refuse(TEXTS.nothingPending)
  tellInvoices(book, outcome, { isLate: true })
  return outcome.intent
}
