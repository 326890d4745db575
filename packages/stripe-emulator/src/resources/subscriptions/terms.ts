import type { UnitOfWork } from '../../state/unit-of-work'
import { givenOnly, mergeMetadata } from '../../transport/params/shapes'
import { SUBSCRIPTION_TEXTS, TEXTS } from '../../unconfirmed'
import { refuse } from '../../wire/refusal'
import { taxRates } from '../items/item'
import { subscriptionDiscounts } from './billing/discounts'
import type { Terms } from './params'
import { invoiceSettings, sourceOf, withParties } from './parties'
import type { Subscription } from './subscription'

const FUTURE = 'Invalid timestamp: must be an integer Unix timestamp in the future.'
const MAX_TRIAL_SECONDS = 2 * 366 * 86_400

/** Lays what a request gives over a subscription: everything but its items, its cycle and how it ends. */
export function withTerms(unit: UnitOfWork, subscription: Subscription, request: Terms): Subscription {
  const { default_tax_rates, description, metadata, discounts } = request
  const { id, customer, currency } = subscription
  const owner = { customer, currency, subscription: id, item: null }
  return {
    ...subscription,
    ...collection(unit, subscription, request),
    ...withParties(unit, subscription, request),
    ...givenOnly({
      default_tax_rates:
        default_tax_rates === undefined ? undefined : taxRates(unit, default_tax_rates, 'default_tax_rates'),
      description,
      discounts: discounts === undefined ? undefined : subscriptionDiscounts(unit, discounts, owner),
    }),
    default_payment_method: paymentMethod(unit, subscription, request),
    default_source: sourceOf(unit, subscription, request),
    invoice_settings: invoiceSettings(unit, subscription, request),
    metadata: mergeMetadata(subscription.metadata, metadata),
    payment_settings: paymentSettings(subscription, request),
    trial_settings: trialSettings(subscription, request),
  }
}

/** How invoices are to be paid. What is sent needs days to pay it in, and an address to send it to. */
function collection(unit: UnitOfWork, subscription: Subscription, request: Terms): Partial<Subscription> {
  const method = request.collection_method ?? subscription.collection_method
  if (method === 'charge_automatically') {
    if (request.days_until_due !== undefined) {
      throw refuse(SUBSCRIPTION_TEXTS.takesNoDays, { param: 'days_until_due' })
    }
    return { collection_method: method, days_until_due: null }
  }
  const days = request.days_until_due ?? subscription.days_until_due
  if (days === null) throw refuse(SUBSCRIPTION_TEXTS.needsDays, { param: 'days_until_due' })
  if (!unit.get('customer', subscription.customer)?.email) {
    throw refuse(
      'Missing email. In order to create invoices that are sent to the customer, the customer must have a valid email.',
    )
  }
  return { collection_method: method, days_until_due: days }
}

function paymentMethod(unit: UnitOfWork, subscription: Subscription, { default_payment_method: id }: Terms) {
  if (id === undefined) return subscription.default_payment_method
  if (id === null) return null
  const method = unit.need('payment_method', id, 'default_payment_method')
  if (method.customer === subscription.customer) return method.id
  throw refuse(TEXTS.notTheirMethod(id), { code: 'resource_missing', param: 'default_payment_method' })
}

function paymentSettings({ payment_settings: old }: Subscription, { payment_settings: given }: Terms) {
  if (!given || !old) return old
  const { payment_method_types, save_default_payment_method } = given
  return { ...old, ...givenOnly({ payment_method_types, save_default_payment_method }) }
}

function trialSettings({ trial_settings: old }: Subscription, { trial_settings: given }: Terms) {
  if (!given) return old
  const { billing_cycle_anchor = null, missing_payment_method = 'create_invoice' } = given.end_behavior
  return { end_behavior: { billing_cycle_anchor, missing_payment_method } }
}

/** Returns when a trial that a request asks for ends; null for none, or for one that ends now. Unix seconds. */
export function trialEnd(now: number, asked: number | 'now' | undefined, days = 0): number | null {
  const end = asked === undefined && days > 0 ? now + days * 86_400 : asked
  if (end === undefined || end === 'now') return null
  if (end <= now) throw refuse(FUTURE, { param: 'trial_end' })
  if (end > now + MAX_TRIAL_SECONDS) throw refuse(SUBSCRIPTION_TEXTS.trialTooLong, { param: 'trial_end' })
  return end
}

/** Lays over a subscription when it is to end, as a request gives it; the periods must be known. */
export function withEnd(
  unit: UnitOfWork,
  subscription: Subscription,
  { cancel_at, cancel_at_period_end: atPeriodEnd }: Pick<Terms, 'cancel_at' | 'cancel_at_period_end'>,
): Subscription {
  if (cancel_at === undefined && atPeriodEnd === undefined) return subscription
  if (cancel_at && atPeriodEnd) {
    throw refuse('You may only specify one of these parameters: cancel_at, cancel_at_period_end.', {
      param: 'cancel_at',
    })
  }
  const ends = subscription.items.data.map((item) => item.current_period_end)
  const end = atPeriodEnd ? Math.max(...ends) : momentOf(cancel_at ?? null, ends)
  if (end !== null && end <= unit.now) throw refuse(FUTURE, { param: 'cancel_at' })
  const details = subscription.cancellation_details ?? NO_DETAILS
  return {
    ...subscription,
    cancel_at: end,
    cancel_at_period_end: atPeriodEnd ?? false,
    canceled_at: end === null ? null : unit.now,
    cancellation_details: { ...details, reason: end === null ? null : 'cancellation_requested' },
  }
}

const NO_DETAILS = { comment: null, feedback: null, feedback_option: null, reason: null }

function momentOf(asked: number | 'min_period_end' | 'max_period_end' | null, ends: number[]): number | null {
  if (asked === 'min_period_end') return Math.min(...ends)
  return asked === 'max_period_end' ? Math.max(...ends) : asked
}
