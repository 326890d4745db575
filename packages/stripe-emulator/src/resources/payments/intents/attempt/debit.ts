import { emit } from '../../../../events/emit'
import { newId } from '../../../../state/ids'
import type { TimedWork } from '../../../../state/kinds'
import type { Book } from '../../../../state/unit-of-work'
import { type Charge, newCharge } from '../../charges/charge'
import type { Instrument } from '../../methods/payment-method'
import { accountBehaviour, INSUFFICIENT_FUNDS } from '../../numbers/bank-accounts'
import type { PaymentIntent } from '../payment-intent'
import type { Attempt } from './attempt'
import { failIntent } from './fail'
import { keepOrUseUp } from './set-up'
import { bookedCharge, completeIntent } from './succeed'

/** Hands a debit to the bank, which takes its time. */
export function submitDebit(book: Book, intent: PaymentIntent, instrument: Instrument): Attempt {
  const charge = book.put('charge', newCharge(book, intent, instrument, { is: 'pending' }))
  keepOrUseUp(book, intent, instrument)
  const processing = book.put('payment_intent', {
    ...intent,
    last_payment_error: null,
    latest_charge: charge.id,
    next_action: null,
    payment_method: instrument.method.id,
    status: 'processing',
  })
  emit(book, 'payment_intent.processing', processing)
  emit(book, 'charge.pending', charge)
  const { endsAfterSeconds, fails } = accountBehaviour(instrument.number)
  if (endsAfterSeconds !== undefined) {
    const what = fails ? 'payment_fails' : 'payment_settles'
    schedule(book, intent.id, what, book.now + endsAfterSeconds)
  }
  return { is: 'processing', intent: processing }
}

/** The bank has answered: the money comes, unless the account is one that fails. */
export function endDebit(
  book: Book,
  intent: PaymentIntent,
  isAsked: 'settles' | 'fails',
): Attempt | undefined {
  const charge = book.get('charge', intent.latest_charge ?? '')
  const method = book.get('payment_method', intent.payment_method ?? '')
  if (intent.status !== 'processing' || !charge || !method) return undefined
  forgetTimers(book, intent.id)
  const number = book.get('instrument', charge.id)?.number ?? ''
  const { fails } = accountBehaviour(number)
  const failure = isAsked === 'fails' ? (fails ?? INSUFFICIENT_FUNDS) : fails
  if (!failure) return settled(book, intent, charge, number)
  const failed = book.put('charge', {
    ...charge,
    failure_code: failure.code,
    failure_message: failure.message,
    paid: false,
    status: 'failed',
  })
  const { errorCode: code, message } = failure
  return failIntent(book, intent, { method, number }, { code, declineCode: failure.code, message }, failed)
}

/** What was to happen to an object by itself will not. */
export function forgetTimers(book: Book, object: string) {
  for (const { id } of book.shelves.timer.inGroup(object)) book.remove('timer', id)
}

export function schedule(book: Book, object: string, what: TimedWork, at: number) {
  book.put('timer', { id: newId('timer'), at, object, what })
}

function settled(book: Book, intent: PaymentIntent, charge: Charge, number: string): Attempt {
  const paid = book.put('charge', bookedCharge(book, { ...charge, paid: true, status: 'succeeded' }, number))
  emit(book, 'charge.succeeded', paid)
  return { is: 'succeeded', intent: completeIntent(book, intent, paid, number) }
}
