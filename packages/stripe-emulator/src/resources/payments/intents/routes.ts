import { type Operation, operation } from '../../../transport/operation'
import { pageOf, paging, range } from '../../../transport/pages'
import { oneOf, text } from '../../../transport/params/leaves'
import { cancelIntent } from './cancel'
import { captureIntent } from './capture'
import { confirmIntentRoute } from './confirm'
import { createIntent } from './create'
import type { PaymentIntent } from './payment-intent'
import { refuseIntent, refuseInvoicesOwn, unexpectedState } from './refusals'
import { updateIntent } from './update'

const REASONS = oneOf('abandoned', 'duplicate', 'fraudulent', 'requested_by_customer')
const CANCELABLE: ReadonlySet<string> = new Set([
  'requires_payment_method',
  'requires_capture',
  'requires_confirmation',
  'requires_action',
  'processing',
])

export const paymentIntentRoutes: Operation[] = [
  createIntent,

  operation(
    'GET',
    '/v1/payment_intents',
    { ...paging, created: range, customer: text() },
    ({ unit, params }) => {
      const { created, customer } = params
      if (customer !== undefined) unit.need('customer', customer, 'customer')
      return pageOf(unit, 'payment_intent', '/v1/payment_intents', params, (intent) => {
        if (customer !== undefined && intent.customer !== customer) return false
        return created?.(intent.created) ?? true
      })
    },
  ),

  operation('GET', '/v1/payment_intents/:intent', { client_secret: text() }, ({ unit, params, path }) => {
    const intent = unit.target('payment_intent', path)
    const { client_secret: secret } = params
    if (secret !== undefined && secret !== intent.client_secret) throw refuseIntent(intent, WRONG_SECRET)
    return intent
  }),

  operation(
    'POST',
    '/v1/payment_intents/:intent/cancel',
    { cancellation_reason: REASONS },
    ({ unit, params, path }) => {
      const intent = unit.target('payment_intent', path)
      refuseInvoicesOwn(unit, intent, 'cancel')
      refuseEnded(intent)
      return cancelIntent(unit, intent, params.cancellation_reason ?? null)
    },
  ),

  confirmIntentRoute,
  captureIntent,
  updateIntent,
]

function refuseEnded(intent: PaymentIntent) {
  const { status } = intent
  if (CANCELABLE.has(status)) return
  throw unexpectedState(
    intent,
    `You cannot cancel this PaymentIntent because it has a status of ${status}. Only a PaymentIntent with one of the following statuses may be canceled: requires_payment_method, requires_capture, requires_reauthorization, requires_confirmation, requires_action, expired, processing.`,
  )
}

const WRONG_SECRET =
  'The client_secret provided does not match any associated PaymentIntent on this account. Ensure the provided client_secret and PaymentIntent both exist on the account.'
