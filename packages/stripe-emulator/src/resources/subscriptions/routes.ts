import { emit, emitUpdate } from '../../events/emit'
import { operation } from '../../transport/operation'
import { pageOf, paging, range } from '../../transport/pages'
import { bool, oneOf, text } from '../../transport/params/leaves'
import { hash, type Read, required } from '../../transport/params/params'
import { SUBSCRIPTION_TEXTS } from '../../unconfirmed'
import { Refusal } from '../../wire/refusal'
import { updateSubscription } from './change/update'
import { createSubscription } from './create'
import { cancelSubscription } from './lifecycle/cancel'
import { pauseRoutes } from './lifecycle/pause'
import { changeSubscription, keepSubscription } from './save'
import { isEnded, type Subscription } from './subscription'

const filters = {
  ...paging,
  automatic_tax: hash({ enabled: required(bool()) }),
  collection_method: oneOf('charge_automatically', 'send_invoice'),
  created: range,
  current_period_end: range,
  current_period_start: range,
  customer: text(),
  customer_account: text(),
  plan: text(),
  price: text(),
  status: oneOf(
    'active',
    'all',
    'canceled',
    'ended',
    'incomplete',
    'incomplete_expired',
    'past_due',
    'paused',
    'trialing',
    'unpaid',
  ),
  test_clock: text(),
}

export const subscriptionRoutes = [
  createSubscription,

  operation('GET', '/v1/subscriptions', filters, ({ unit, params }) => {
    if (params.customer !== undefined) unit.need('customer', params.customer, 'customer')
    if (params.test_clock !== undefined) unit.need('test_clock', params.test_clock, 'test_clock')
    return pageOf(unit, 'subscription', '/v1/subscriptions', params, isWanted(params))
  }),

  operation('GET', '/v1/subscriptions/:id', {}, ({ unit, path }) => unit.target('subscription', path)),

  ...pauseRoutes,

  operation(
    'POST',
    '/v1/subscriptions/:id/migrate',
    {
      billing_mode: required(
        hash({
          flexible: hash({ proration_discounts: oneOf('included', 'itemized') }),
          type: required(oneOf('flexible')),
        }),
      ),
    },
    ({ unit, params, path }) => {
      const before = unit.target('subscription', path)
      if (before.billing_mode.type === 'flexible') return before
      const proration_discounts = params.billing_mode.flexible?.proration_discounts ?? 'included'
      return changeSubscription(unit, before, {
        billing_mode: { flexible: { proration_discounts }, type: 'flexible', updated_at: unit.now },
      })
    },
  ),

  operation('DELETE', '/v1/subscriptions/:id/discount', {}, ({ unit, path }) => {
    const before = unit.target('subscription', path)
    const discount = unit.get('discount', before.discounts.at(-1) ?? '')
    if (!discount) {
      const message = SUBSCRIPTION_TEXTS.noDiscount(before.id)
      throw new Refusal(404, { type: 'invalid_request_error', message })
    }
    const discounts = before.discounts.filter((id) => id !== discount.id)
    const after = keepSubscription(unit, { ...before, discounts })
    emit(unit, 'customer.discount.deleted', discount)
    emitUpdate(unit, 'customer.subscription.updated', before, after)
    const { end: _, ...rest } = discount
    return { ...rest, deleted: true }
  }),

  updateSubscription,
  cancelSubscription,
]

/** Those that ended are left out unless they are asked for, and so are those of test clocks. */
function isWanted(params: Read<typeof filters>) {
  return (each: Subscription): boolean => {
    const { customer, collection_method: method, test_clock: clock, status } = params
    if (customer !== undefined && each.customer !== customer) return false
    if (clock !== undefined && each.test_clock !== clock) return false
    if (clock === undefined && customer === undefined && each.test_clock !== null) return false
    if (!hasStatus(each, status)) return false
    if (method !== undefined && each.collection_method !== method) return false
    if (params.automatic_tax && each.automatic_tax.enabled !== params.automatic_tax.enabled) return false
    const price = params.price ?? params.plan
    const items = each.items.data
    if (price !== undefined && !items.some((item) => item.price.id === price)) return false
    const end = Math.min(...items.map((item) => item.current_period_end))
    const start = Math.max(...items.map((item) => item.current_period_start))
    if (!(params.current_period_end?.(end) ?? true) || !(params.current_period_start?.(start) ?? true)) {
      return false
    }
    return params.created?.(each.created) ?? true
  }
}

function hasStatus(subscription: Subscription, wanted: Read<typeof filters>['status']): boolean {
  if (wanted === 'all') return true
  if (wanted === 'ended') return isEnded(subscription)
  if (wanted === undefined)
    return subscription.status !== 'canceled' && subscription.status !== 'incomplete_expired'
  return subscription.status === wanted
}
