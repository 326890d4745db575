import { emit } from '../../../events/emit'
import type { UnitOfWork } from '../../../state/unit-of-work'
import { setDelinquent } from '../../customers/customer'
import { changeInvoice } from '../../invoices/edit'
import type { Invoice } from '../../invoices/invoice'
import { serialiseInvoice } from '../../invoices/serialise'
import { instrumentBehind } from '../instrument'
import { attempt } from '../intents/attempt/attempt'
import type { Attempt, Session } from '../intents/attempt/outcome'
import { refuseWrongState } from '../intents/refusals'
import type { Instrument } from '../methods/payment-method'
import { type Initiative, settleInvoicesOf } from './follow'
import { waitingPayment } from './invoice-payment'
import { isPointless, nextAttempt } from './retries'

/** Tries to collect what an invoice still asks; a decline is refused with 402, and leaves its traces. */
export function collect(
  unit: UnitOfWork,
  invoice: Invoice,
  instrument: Instrument,
  session: Session,
): Attempt {
  const outcome = tryToCollect(unit, invoice, instrument, session)
  if (outcome.is === 'failed') throw outcome.refusal
  return outcome
}

/** Charges an invoice as Stripe does by itself, with whatever its customer usually pays with. */
export function collectAutomatically(
  unit: UnitOfWork,
  invoice: Invoice,
  session: Session = { offSession: true },
): Invoice {
  const id = usualMethod(unit, invoice)
  const method = unit.get('payment_method', id ?? '')
  if (!method || !unit.get('instrument', method.id)) return withoutMethod(unit, invoice)
  if (isPointless(unit, invoice, method.id)) return putOff(unit, invoice)
  tryToCollect(unit, invoice, instrumentBehind(unit, method), session, { isAutomatic: true })
  return unit.need('invoice', invoice.id, 'invoice')
}

/** Returns the invoice's own means of payment, or its subscription's, or its customer's. */
export function usualMethod(unit: UnitOfWork, invoice: Invoice): string | null {
  const subscribed = invoice.parent?.subscription_details?.subscription ?? ''
  const subscription = unit.get('subscription', subscribed)
  const customer = unit.get('customer', invoice.customer ?? '')
  return (
    invoice.default_payment_method ??
    invoice.default_source ??
    subscription?.default_payment_method ??
    subscription?.default_source ??
    customer?.invoice_settings.default_payment_method ??
    customer?.default_source ??
    null
  )
}

function tryToCollect(
  unit: UnitOfWork,
  invoice: Invoice,
  instrument: Instrument,
  session: Session,
  initiative: Initiative = {},
): Attempt {
  const waiting = waitingPayment(unit, invoice)
  if (!waiting) throw new Error(`invoice ${invoice.id} waits for no payment`)
  refuseWrongState(waiting.intent)
  const outcome = attempt(unit, waiting.intent, instrument, session)
  settleInvoicesOf(unit, outcome, initiative)
  return outcome
}

/** There is nothing to charge: that, too, is an attempt that failed. */
function withoutMethod(unit: UnitOfWork, invoice: Invoice): Invoice {
  const tried = { ...invoice, attempted: true, attempt_count: invoice.attempt_count + 1 }
  const after = changeInvoice(unit, invoice, {
    attempted: true,
    attempt_count: tried.attempt_count,
    next_payment_attempt: nextAttempt(tried, unit.now),
  })
  emit(unit, 'invoice.payment_failed', serialiseInvoice(unit, after))
  setDelinquent(unit, after.customer, true)
  return after
}

/** The schedule goes on, but a card that was refused for good is not asked again. */
function putOff(unit: UnitOfWork, invoice: Invoice): Invoice {
  const attempt_count = invoice.attempt_count + 1
  const next = nextAttempt({ ...invoice, attempt_count }, unit.now)
  return changeInvoice(unit, invoice, { attempt_count, next_payment_attempt: next })
}
