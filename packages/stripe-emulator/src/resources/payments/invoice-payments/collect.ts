import { emit } from '../../../events/emit'
import type { Book } from '../../../state/unit-of-work'
import { setDelinquent } from '../../customers/customer'
import { changeInvoice } from '../../invoices/edit'
import type { Invoice } from '../../invoices/invoice'
import { seen } from '../../invoices/serialise'
import { inHand } from '../instrument'
import { type Attempt, attempt, type Session } from '../intents/attempt/attempt'
import { refuseWrongState } from '../intents/refusals'
import type { Instrument } from '../methods/payment-method'
import { type Initiative, tellInvoices } from './follow'
import { waitingPayment } from './invoice-payment'
import { isPointless, nextAttempt } from './retries'

/** Tries to collect what an invoice still asks; a decline is refused with 402, and leaves its traces. */
export function collect(book: Book, invoice: Invoice, instrument: Instrument, session: Session): Attempt {
  const outcome = tryToCollect(book, invoice, instrument, session)
  if (outcome.is === 'failed') throw outcome.refusal
  return outcome
}

/** Charges an invoice as Stripe does by itself, with whatever its customer usually pays with. */
export function collectAutomatically(
  book: Book,
  invoice: Invoice,
  session: Session = { offSession: true },
): Invoice {
  const id = usualMethod(book, invoice)
  const method = book.get('payment_method', id ?? '')
  if (!method || !book.get('instrument', method.id)) return withoutMethod(book, invoice)
  if (isPointless(book, invoice, method.id)) return putOff(book, invoice)
  tryToCollect(book, invoice, inHand(book, method), session, { isAutomatic: true })
  return book.need('invoice', invoice.id, 'invoice')
}

/** The invoice's own means of payment, or its subscription's, or its customer's. */
export function usualMethod(book: Book, invoice: Invoice): string | null {
  const subscribed = invoice.parent?.subscription_details?.subscription ?? ''
  const subscription = book.get('subscription', subscribed)
  const customer = book.get('customer', invoice.customer ?? '')
  return (
    invoice.default_payment_method ??
    subscription?.default_payment_method ??
    customer?.invoice_settings.default_payment_method ??
    customer?.default_source ??
    null
  )
}

function tryToCollect(
  book: Book,
  invoice: Invoice,
  instrument: Instrument,
  session: Session,
  initiative: Initiative = {},
): Attempt {
  const waiting = waitingPayment(book, invoice)
  if (!waiting) throw new Error(`invoice ${invoice.id} waits for no payment`)
  refuseWrongState(waiting.intent)
  const outcome = attempt(book, waiting.intent, instrument, session)
  tellInvoices(book, outcome, initiative)
  return outcome
}

/** There is nothing to charge: that, too, is an attempt that failed. */
function withoutMethod(book: Book, invoice: Invoice): Invoice {
  const tried = { ...invoice, attempted: true, attempt_count: invoice.attempt_count + 1 }
  const after = changeInvoice(book, invoice, {
    attempted: true,
    attempt_count: tried.attempt_count,
    next_payment_attempt: nextAttempt(tried, book.now),
  })
  emit(book, 'invoice.payment_failed', seen(book, after))
  setDelinquent(book, after.customer, true)
  return after
}

/** The schedule goes on, but a card that was refused for good is not asked again. */
function putOff(book: Book, invoice: Invoice): Invoice {
  const attempt_count = invoice.attempt_count + 1
  const next = nextAttempt({ ...invoice, attempt_count }, book.now)
  return changeInvoice(book, invoice, { attempt_count, next_payment_attempt: next })
}
