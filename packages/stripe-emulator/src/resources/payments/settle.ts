import { unitAtTimeOf } from '../../state/clock'
import type { Kinds } from '../../state/kinds'
import type { UnitOfWork } from '../../state/unit-of-work'
import { TEXTS } from '../../unconfirmed'
import { missing, refuse } from '../../wire/refusal'
import { failRefund, settleRefund } from '../refunds/settle'
import { endDebit } from './intents/attempt/debit'
import type { PaymentIntent } from './intents/payment-intent'
import { settleInvoicesOf } from './invoice-payments/follow'

/** The bank moved the money of a debit; from an account that fails it cannot. */
export function settle(unit: UnitOfWork, intentId: string): PaymentIntent {
  return end(unitAtTimeOf(unit, intentId), intentId, 'settles')
}

/** The bank gave a debit back. */
export function fail(unit: UnitOfWork, intentId: string): PaymentIntent {
  return end(unitAtTimeOf(unit, intentId), intentId, 'fails')
}

/** Does what was to happen by itself; `unit.now` is the time it was to happen at. */
export function runTimer(unit: UnitOfWork, timer: Kinds['timer']) {
  unit.remove('timer', timer.id)
  const { object, what } = timer
  if (what === 'payment_settles') end(unit, object, 'settles')
  if (what === 'payment_fails') end(unit, object, 'fails')
  if (what === 'refund_settles') settleRefund(unit, object)
  if (what === 'refund_fails') failRefund(unit, object)
}

function end(unit: UnitOfWork, intentId: string, how: 'settles' | 'fails'): PaymentIntent {
  const intent = unit.get('payment_intent', intentId)
  if (!intent) throw missing('payment_intent', intentId, 'intent', 404)
  const outcome = endDebit(unit, intent, how)
  if (!outcome) throw refuse(TEXTS.nothingPending)
  settleInvoicesOf(unit, outcome, { isLate: true })
  return outcome.intent
}
