import { emit } from '../../../../events/emit'
import { newId } from '../../../../state/ids'
import type { TimedWork } from '../../../../state/kinds'
import type { UnitOfWork } from '../../../../state/unit-of-work'
import { type Charge, newCharge } from '../../charges/charge'
import type { Instrument } from '../../methods/payment-method'
import { accountBehaviour, INSUFFICIENT_FUNDS } from '../../numbers/bank-accounts'
import type { PaymentIntent } from '../payment-intent'
import { failIntent } from './fail'
import type { Attempt } from './outcome'
import { keepOrUseUp } from './set-up'
import { completeIntent, settledCharge } from './succeed'

/** Hands a debit to the bank, which takes its time. */
export function submitDebit(unit: UnitOfWork, intent: PaymentIntent, instrument: Instrument): Attempt {
  const charge = unit.put('charge', newCharge(unit, intent, instrument, { is: 'pending' }))
  keepOrUseUp(unit, intent, instrument)
  const processing = unit.put('payment_intent', {
    ...intent,
    last_payment_error: null,
    latest_charge: charge.id,
    next_action: null,
    payment_method: instrument.method.id,
    status: 'processing',
  })
  emit(unit, 'payment_intent.processing', processing)
  emit(unit, 'charge.pending', charge)
  const { endsAfterSeconds, fails } = accountBehaviour(instrument.number)
  if (endsAfterSeconds !== undefined) {
    const what = fails ? 'payment_fails' : 'payment_settles'
    schedule(unit, intent.id, what, unit.now + endsAfterSeconds)
  }
  return { is: 'processing', intent: processing }
}

/** The bank has answered: the money comes, unless the account is one that fails. */
export function endDebit(
  unit: UnitOfWork,
  intent: PaymentIntent,
  isAsked: 'settles' | 'fails',
): Attempt | undefined {
  const charge = unit.get('charge', intent.latest_charge ?? '')
  const method = unit.get('payment_method', intent.payment_method ?? '')
  if (intent.status !== 'processing' || !charge || !method) return undefined
  forgetTimers(unit, intent.id)
  const number = unit.get('instrument', charge.id)?.number ?? ''
  const { fails } = accountBehaviour(number)
  const failure = isAsked === 'fails' ? (fails ?? INSUFFICIENT_FUNDS) : fails
  if (!failure) return settled(unit, intent, charge, number)
  const failed = unit.put('charge', {
    ...charge,
    failure_code: failure.code,
    failure_message: failure.message,
    paid: false,
    status: 'failed',
  })
  const { errorCode: code, message } = failure
  return failIntent(unit, intent, { method, number }, { code, declineCode: failure.code, message }, failed)
}

/** What was to happen to an object by itself will not. */
export function forgetTimers(unit: UnitOfWork, object: string) {
  for (const { id } of unit.collections.timer.inGroup(object)) unit.remove('timer', id)
}

export function schedule(unit: UnitOfWork, object: string, what: TimedWork, at: number) {
  unit.put('timer', { id: newId('timer'), at, object, what })
}

function settled(unit: UnitOfWork, intent: PaymentIntent, charge: Charge, number: string): Attempt {
  const paid = unit.put('charge', settledCharge(unit, { ...charge, paid: true, status: 'succeeded' }, number))
  emit(unit, 'charge.succeeded', paid)
  return { is: 'succeeded', intent: completeIntent(unit, intent, paid, number) }
}
