import type { UnitOfWork } from '../../../state/unit-of-work'
import { operation } from '../../../transport/operation'
import { instrumentBehind } from '../instrument'
import { settleInvoicesOf } from '../invoice-payments/follow'
import type { Instrument } from '../methods/payment-method'
import { attempt } from './attempt/attempt'
import { instrumentGiven } from './given'
import { type ConfirmIntentRequest, confirmIntentParams } from './params'
import type { PaymentIntent } from './payment-intent'
import { refuseIntent, refuseWrongState, unexpectedState } from './refusals'
import { withTerms } from './terms'

type Circumstances = Pick<ConfirmIntentRequest, 'error_on_requires_action' | 'off_session' | 'return_url'>

export const confirmIntentRoute = operation(
  'POST',
  '/v1/payment_intents/:intent/confirm',
  confirmIntentParams,
  ({ unit, params, path }) => {
    const before = unit.target('payment_intent', path)
    refuseWrongState(before)
    const intent = unit.put('payment_intent', withTerms(unit, before, params))
    return confirmIntent(unit, intent, instrumentGiven(unit, params), params)
  },
)

/** Tries to pay with what was given, or what the intent has, or what its customer usually pays with. */
export function confirmIntent(
  unit: UnitOfWork,
  intent: PaymentIntent,
  given: Instrument | undefined,
  { error_on_requires_action, off_session, return_url }: Circumstances,
): PaymentIntent {
  const instrument = given ?? usualInstrument(unit, intent)
  if (!instrument) throw unexpectedState(intent, missingMethod(intent))
  refuseStranger(intent, instrument)
  refuseType(intent, instrument)
  const offSession = (off_session ?? 'false') !== 'false' || error_on_requires_action === true
  const outcome = attempt(unit, intent, instrument, { offSession, returnUrl: return_url ?? null })
  settleInvoicesOf(unit, outcome)
  if (outcome.is === 'failed') throw outcome.refusal
  return outcome.intent
}

function usualInstrument(
  unit: UnitOfWork,
  { customer, payment_method }: PaymentIntent,
): Instrument | undefined {
  const usual = unit.get('customer', customer ?? '')?.invoice_settings.default_payment_method
  const method = unit.get('payment_method', payment_method ?? usual ?? '')
  return method && instrumentBehind(unit, method)
}

/** A payment method of somebody else's. */
function refuseStranger(intent: PaymentIntent, { method }: Instrument) {
  const { customer } = intent
  if (method.customer === null || method.customer === customer) return
  if (customer === null) {
    const message = `The \`payment_method\` parameter supplied ${method.id} belongs to the Customer ${method.customer}. Please include the Customer in the \`customer\` parameter on the PaymentIntent.`
    throw refuseIntent(intent, message, { code: 'parameter_missing', param: 'source' })
  }
  const message = `The PaymentMethod ${method.id} does not belong to the Customer you supplied ${customer}. Please use this PaymentMethod with the Customer that it belongs to instead.`
  throw refuseIntent(intent, message, { param: 'payment_method' })
}

function refuseType(intent: PaymentIntent, { method }: Instrument) {
  const { type } = method
  const { payment_method_types: types } = intent
  if (types.includes(type)) return
  const message = `The PaymentMethod provided (${type}) is not allowed for this PaymentIntent. Please attach a PaymentMethod of one of the following types: ${types.join(', ')}. Alternatively update the allowed payment_method_types for this PaymentIntent to include "${type}".`
  throw refuseIntent(intent, message, {
    code: 'payment_intent_incompatible_payment_method',
    param: 'payment_method',
  })
}

function missingMethod({ customer }: PaymentIntent): string {
  if (customer === null) return `${MISSING} ${WITHOUT_CUSTOMER}`
  return `${MISSING} To confirm the PaymentIntent with ${customer}, specify a payment method attached to this customer along with the customer ID.`
}

const MISSING = "You cannot confirm this PaymentIntent because it's missing a payment method."
const WITHOUT_CUSTOMER =
  'You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.'
