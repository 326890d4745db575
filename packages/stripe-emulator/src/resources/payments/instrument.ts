import { emit } from '../../events/emit'
import type { UnitOfWork } from '../../state/unit-of-work'
import { TEXTS } from '../../unconfirmed'
import { missing, Refusal, refuse } from '../../wire/refusal'
import {
  type Instrument,
  keepAccount,
  keepCard,
  type PaymentMethod,
  verified,
} from './methods/payment-method'
import { accountOfTestId } from './numbers/bank-accounts'
import { cardOfTestId } from './numbers/cards'
import { behaviourOf } from './numbers/test-cards'

const USED_UP =
  'This PaymentMethod was previously used without being attached to a Customer or was detached from a Customer, and may not be used again.'
const TOKEN_EXPIRY = { exp_month: 12, exp_year: 2034 }

/** Returns what a parameter names: a payment method that was kept, or one of Stripe's test ids. */
export function instrumentById(unit: UnitOfWork, id: string, param: string, status?: 404): Instrument {
  const tested = instrumentOfTestId(unit, id)
  if (tested) return tested
  const method = unit.get('payment_method', id)
  if (!method) throw missing('PaymentMethod', id, param, status)
  return instrumentBehind(unit, method)
}

/** Returns a payment method with its number; refused once it was used up. */
export function instrumentBehind(unit: UnitOfWork, method: PaymentMethod): Instrument {
  const kept = unit.get('instrument', method.id)
  if (!kept) throw refuse(USED_UP)
  return { method, number: kept.number }
}

/** Returns the payment method of a customer that a parameter names. Test ids are everybody's. */
export function instrumentOfCustomer(
  unit: UnitOfWork,
  id: string,
  customer: string | null,
  param: string,
): Instrument {
  const instrument = instrumentById(unit, id, param)
  if (instrument.method.id !== id || instrument.method.customer === customer) return instrument
  throw refuse(TEXTS.notTheirMethod(id), { code: 'resource_missing', param })
}

/** Cards of tokens and of test ids are made anew each time. */
export function cardOfNumber(unit: UnitOfWork, number: string): Instrument {
  return keepCard(unit, { number, ...TOKEN_EXPIRY, isChecked: false })
}

/** Attaches to a customer, which verifies a card: one that would be declined is refused. */
export function attach(unit: UnitOfWork, instrument: Instrument, customer: string): PaymentMethod {
  const { method, number } = instrument
  if (method.customer === customer) return method
  if (method.customer !== null) throw refuse(ATTACHED)
  const { decline, isKeepable } = method.card ? behaviourOf(number) : {}
  if (decline && !isKeepable) {
    const { code, declineCode, message } = decline
    throw new Refusal(402, { type: 'card_error', code, decline_code: declineCode, message })
  }
  const attached = unit.put('payment_method', { ...verified(method), customer })
  emit(unit, 'payment_method.attached', attached)
  return attached
}

/** What nobody keeps can be used once. */
export function consume(unit: UnitOfWork, { method }: Instrument) {
  if (method.customer === null) unit.remove('instrument', method.id)
}

function instrumentOfTestId(unit: UnitOfWork, id: string): Instrument | undefined {
  const number = cardOfTestId(id)
  if (number) return cardOfNumber(unit, number)
  const account = accountOfTestId(id)
  return account && keepAccount(unit, account)
}

const ATTACHED = 'The payment method you provided has already been attached to a customer.'
