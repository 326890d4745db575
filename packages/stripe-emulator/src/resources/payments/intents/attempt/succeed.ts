import { emit } from '../../../../events/emit'
import type { UnitOfWork } from '../../../../state/unit-of-work'
import { collectFee } from '../../../balance/application-fee'
import { recordCharge } from '../../../balance/movements'
import { type Charge, newCharge } from '../../charges/charge'
import { disputeCharge } from '../../disputes/dispute'
import type { Instrument } from '../../methods/payment-method'
import { behaviourOf } from '../../numbers/test-cards'
import type { PaymentIntent } from '../payment-intent'
import type { Attempt } from './outcome'
import { keepOrUseUp } from './set-up'

/** Charges a card that agrees; with `capture_method: manual` the money is only held. */
export function succeed(
  unit: UnitOfWork,
  intent: PaymentIntent,
  instrument: Instrument,
  isAuthenticated = false,
): Attempt {
  const isHeld = intent.capture_method === 'manual'
  const result = { is: isHeld ? 'held' : 'paid' } as const
  const charge = newCharge(unit, intent, instrument, result, isAuthenticated)
  const { number } = instrument
  const paid = unit.put('charge', isHeld ? charge : settledCharge(unit, charge, number))
  keepOrUseUp(unit, intent, instrument)
  const agreed = { ...intent, payment_method: instrument.method.id }
  emit(unit, 'charge.succeeded', paid)
  if (!isHeld) return { is: 'succeeded', intent: completeIntent(unit, agreed, paid, number) }
  const held = unit.put('payment_intent', {
    ...agreed,
    ...SETTLED,
    amount_capturable: paid.amount,
    latest_charge: paid.id,
    status: 'requires_capture',
  })
  emit(unit, 'payment_intent.amount_capturable_updated', held)
  return { is: 'held', intent: held }
}

/** Returns a charge whose money has come in, with the platform's part taken off. */
export function settledCharge(unit: UnitOfWork, charge: Charge, number: string): Charge {
  const fee = collectFee(unit, charge)
  const collected = { ...charge, application_fee: fee?.id ?? null, application: fee?.application ?? null }
  const { isAvailableAtOnce } = behaviourOf(number)
  return { ...collected, balance_transaction: recordCharge(unit, collected, isAvailableAtOnce).id }
}

/** The money is there: a cardholder may complain of it at once, and the intent has succeeded. */
export function completeIntent(
  unit: UnitOfWork,
  intent: PaymentIntent,
  charge: Charge,
  number: string,
): PaymentIntent {
  disputeCharge(unit, charge, number)
  const done = unit.put('payment_intent', {
    ...intent,
    ...SETTLED,
    amount_capturable: 0,
    amount_received: charge.amount_captured,
    latest_charge: charge.id,
    status: 'succeeded',
  })
  emit(unit, 'payment_intent.succeeded', done)
  return done
}

const SETTLED = { last_payment_error: null, next_action: null, processing: null }
