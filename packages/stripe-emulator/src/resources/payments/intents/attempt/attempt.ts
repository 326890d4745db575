import type { UnitOfWork } from '../../../../state/unit-of-work'
import { newCharge } from '../../charges/charge'
import type { Instrument } from '../../methods/payment-method'
import { AUTHENTICATION_REQUIRED } from '../../numbers/decline'
import { behaviourOf, type CardBehaviour } from '../../numbers/test-cards'
import type { PaymentIntent } from '../payment-intent'
import { askForAuthentication } from './action'
import { submitDebit } from './debit'
import { failIntent } from './fail'
import type { Attempt, Session } from './outcome'
import { isSetUp } from './set-up'
import { succeed } from './succeed'

/** Tries to move the money of an intent, and tells of its charge and of itself. */
export function attempt(
  unit: UnitOfWork,
  intent: PaymentIntent,
  instrument: Instrument,
  session: Session,
): Attempt {
  if (instrument.method.type !== 'card') return submitDebit(unit, intent, instrument)
  const behaviour = behaviourOf(instrument.number)
  if (!session.isAuthenticated && asksWho(unit, behaviour, instrument, session)) {
    return session.offSession
      ? failIntent(unit, intent, instrument, AUTHENTICATION_REQUIRED)
      : askForAuthentication(unit, intent, instrument, session.returnUrl ?? null)
  }
  const { decline } = behaviour
  if (!decline) return succeed(unit, intent, instrument, session.isAuthenticated)
  const charge = newCharge(unit, intent, instrument, { is: 'declined', decline }, session.isAuthenticated)
  return failIntent(unit, intent, instrument, decline, unit.put('charge', charge))
}

function asksWho(
  unit: UnitOfWork,
  { authenticates }: CardBehaviour,
  { method }: Instrument,
  { offSession }: Session,
): boolean {
  if (authenticates === 'on_session') return !offSession
  if (authenticates === 'unless_set_up') return !offSession || !isSetUp(unit, method)
  return authenticates === 'always'
}
