import { unitAtTimeOf } from '../../state/clock'
import type { UnitOfWork } from '../../state/unit-of-work'
import { TEXTS } from '../../unconfirmed'
import { missing, refuse } from '../../wire/refusal'
import { instrumentBehind } from './instrument'
import { attempt } from './intents/attempt/attempt'
import { failIntent } from './intents/attempt/fail'
import type { PaymentIntent } from './intents/payment-intent'
import { settleInvoicesOf } from './invoice-payments/follow'
import { AUTHENTICATION_FAILED } from './numbers/decline'

/** Ends a payer's visit to their bank. A card may still be declined: the intent says so. */
export function authenticate(at: UnitOfWork, intentId: string, complete: boolean): PaymentIntent {
  const unit = unitAtTimeOf(at, intentId)
  const intent = unit.get('payment_intent', intentId)
  if (!intent) throw missing('payment_intent', intentId, 'intent', 404)
  const method = unit.get('payment_method', intent.payment_method ?? '')
  if (intent.status !== 'requires_action' || !method) throw refuse(TEXTS.nothingToAuthenticate)
  const instrument = instrumentBehind(unit, method)
  const outcome = complete
    ? attempt(unit, { ...intent, next_action: null }, instrument, {
        offSession: false,
        isAuthenticated: true,
      })
    : failIntent(unit, intent, instrument, AUTHENTICATION_FAILED)
  settleInvoicesOf(unit, outcome)
  return outcome.intent
}
