import type { UnitOfWork } from '../../../state/unit-of-work'
import { operation } from '../../../transport/operation'
import { instrumentGiven } from './given'
import { type UpdateIntentRequest, updateIntentParams } from './params'
import type { PaymentIntent } from './payment-intent'
import { refuseIntent, refuseInvoicesOwn, unexpectedState } from './refusals'
import { withTerms } from './terms'

/** Fixed once the money is under way. */
const FIXED = [
  'amount',
  'currency',
  'customer',
  'payment_method',
  'payment_method_data',
  'capture_method',
  'setup_future_usage',
  'application_fee_amount',
  'transfer_data',
] as const

const EDITABLE: ReadonlySet<string> = new Set([
  'requires_payment_method',
  'requires_confirmation',
  'requires_action',
])

export const updateIntent = operation(
  'POST',
  '/v1/payment_intents/:intent',
  updateIntentParams,
  ({ unit, params, path }) => {
    const before = unit.target('payment_intent', path)
    const { metadata: _, ...rest } = params
    const isMoreThanMetadata = Object.values(rest).some((value) => value !== undefined)
    if (isMoreThanMetadata) refuseInvoicesOwn(unit, before, 'update')
    refuseFixed(before, params)
    const instrument = instrumentGiven(unit, params)
    const after = { ...withTerms(unit, before, params), customer: customerFor(unit, before, params) }
    const chosen = instrument && {
      payment_method: instrument.method.id,
      status: 'requires_confirmation' as const,
    }
    return unit.put('payment_intent', { ...after, last_payment_error: null, ...chosen })
  },
)

function refuseFixed(intent: PaymentIntent, request: UpdateIntentRequest) {
  const { status } = intent
  if (EDITABLE.has(status)) return
  const param = FIXED.find((name) => request[name] !== undefined)
  if (param === undefined) return
  const message = `This PaymentIntent's ${param} could not be updated because it has a status of ${status}. You may only update the ${param} of a PaymentIntent with one of the following statuses: ${[...EDITABLE].join(', ')}.`
  throw unexpectedState(intent, message, param)
}

function customerFor(
  unit: UnitOfWork,
  intent: PaymentIntent,
  { customer }: UpdateIntentRequest,
): string | null {
  if (customer === undefined) return intent.customer
  if (intent.customer !== null && intent.customer !== customer) {
    throw refuseIntent(intent, CUSTOMER_SET, { param: 'customer' })
  }
  return unit.need('customer', customer, 'customer').id
}

const CUSTOMER_SET =
  'You cannot modify `customer` on a PaymentIntent once it already has been set. To fulfill a payment with a different Customer, cancel this PaymentIntent and create a new one.'
