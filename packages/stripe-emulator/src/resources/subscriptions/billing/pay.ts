import type { UnitOfWork } from '../../../state/unit-of-work'
import { Refusal } from '../../../wire/refusal'
import type { Invoice } from '../../invoices/invoice'
import { collectAutomatically } from '../../payments/invoice-payments/collect'
import type { Terms } from '../params'
import type { Subscription } from '../subscription'
import { isUnderWay } from './under-way'

const NO_METHOD =
  'This customer has no attached payment source or default payment method. Please consider adding a default payment method. For more information, visit https://stripe.com/docs/billing/subscriptions/payment-methods-setting#payment-method-priority.'
const NEEDS_ACTION =
  'Payment for this subscription requires additional user action before it can be completed successfully.'

/** How a request wants its invoice to be paid. */
export type PaymentOptions = Partial<Pick<Terms, 'off_session' | 'payment_behavior'>>

/** Charges an invoice that a request brought about, as far as the request wants it. */
export function payAtOnce(
  unit: UnitOfWork,
  subscription: Subscription,
  invoice: Invoice,
  { payment_behavior: behavior = 'allow_incomplete', off_session: offSession = false }: PaymentOptions,
): Invoice {
  if (invoice.status !== 'open' || invoice.collection_method === 'send_invoice') return invoice
  if (behavior === 'default_incomplete') return invoice
  if (!methodFor(unit, subscription)) {
    const body = { type: 'invalid_request_error', code: 'resource_missing', message: NO_METHOD } as const
    throw new Refusal(400, body)
  }
  const tried = collectAutomatically(unit, invoice, { offSession })
  if (tried.status === 'paid' || isUnderWay(unit, tried.id)) return tried
  if (behavior === 'error_if_incomplete') throw failure(unit, tried)
  return tried
}

/** Returns what a subscription is paid with when nothing else is said. */
export function methodFor(
  unit: UnitOfWork,
  { customer, default_payment_method, default_source }: Subscription,
): string | null {
  const owner = unit.get('customer', customer)
  return (
    default_payment_method ??
    default_source ??
    owner?.invoice_settings.default_payment_method ??
    owner?.default_source ??
    null
  )
}

/** Why a charge failed, as a refusal. */
function failure(unit: UnitOfWork, invoice: Invoice): Refusal {
  const [payment] = unit.collections.invoice_payment.inGroup(invoice.id)
  const intent = unit.get('payment_intent', payment?.payment.payment_intent ?? '')
  const { code, decline_code, message } = intent?.last_payment_error ?? {}
  if (intent?.status === 'requires_action' || code === undefined) {
    const action = 'subscription_payment_intent_requires_action'
    return new Refusal(402, { type: 'card_error', code: action, message: NEEDS_ACTION })
  }
  const words = message ?? 'Your card was declined.'
  return new Refusal(402, {
    type: 'card_error',
    code,
    message: words,
    ...(decline_code ? { decline_code } : {}),
  })
}
