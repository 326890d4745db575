import { emit } from '../../../../events/emit'
import type { Book } from '../../../../state/unit-of-work'
import { collectFee } from '../../../balance/application-fee'
import { recordCharge } from '../../../balance/movements'
import { type Charge, newCharge } from '../../charges/charge'
import { disputeCharge } from '../../disputes/dispute'
import type { Instrument } from '../../methods/payment-method'
import { behaviourOf } from '../../numbers/test-cards'
import type { PaymentIntent } from '../payment-intent'
import type { Attempt } from './attempt'
import { keepOrUseUp } from './set-up'

/** Charges a card that agrees; with `capture_method: manual` the money is only held. */
export function succeed(
  book: Book,
  intent: PaymentIntent,
  instrument: Instrument,
  isAuthenticated = false,
): Attempt {
  const isHeld = intent.capture_method === 'manual'
  const result = { is: isHeld ? 'held' : 'paid' } as const
  const charge = newCharge(book, intent, instrument, result, isAuthenticated)
  const { number } = instrument
  const paid = book.put('charge', isHeld ? charge : bookedCharge(book, charge, number))
  keepOrUseUp(book, intent, instrument)
  const agreed = { ...intent, payment_method: instrument.method.id }
  emit(book, 'charge.succeeded', paid)
  if (!isHeld) return { is: 'succeeded', intent: completeIntent(book, agreed, paid, number) }
  const held = book.put('payment_intent', {
    ...agreed,
    ...SETTLED,
    amount_capturable: paid.amount,
    latest_charge: paid.id,
    status: 'requires_capture',
  })
  emit(book, 'payment_intent.amount_capturable_updated', held)
  return { is: 'held', intent: held }
}

/** A charge whose money has come in, with the platform's part taken off. */
export function bookedCharge(book: Book, charge: Charge, number: string): Charge {
  const fee = collectFee(book, charge)
  const collected = { ...charge, application_fee: fee?.id ?? null, application: fee?.application ?? null }
  const { isAvailableAtOnce } = behaviourOf(number)
  return { ...collected, balance_transaction: recordCharge(book, collected, isAvailableAtOnce).id }
}

/** The money is there: a cardholder may complain of it at once, and the intent has succeeded. */
export function completeIntent(
  book: Book,
  intent: PaymentIntent,
  charge: Charge,
  number: string,
): PaymentIntent {
  disputeCharge(book, charge, number)
  const done = book.put('payment_intent', {
    ...intent,
    ...SETTLED,
    amount_capturable: 0,
    amount_received: charge.amount_captured,
    latest_charge: charge.id,
    status: 'succeeded',
  })
  emit(book, 'payment_intent.succeeded', done)
  return done
}

const SETTLED = { last_payment_error: null, next_action: null, processing: null }
