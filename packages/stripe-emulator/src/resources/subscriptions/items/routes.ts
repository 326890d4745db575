import type { UnitOfWork } from '../../../state/unit-of-work'
import { operation } from '../../../transport/operation'
import { pageOfList, paging } from '../../../transport/pages'
import { bool, text } from '../../../transport/params/leaves'
import { required, unused } from '../../../transport/params/params'
import { missing, refuse } from '../../../wire/refusal'
import { applyChange, type ChangeRequest } from '../change/apply'
import { addedItem, changedItem, type ItemChange, settle } from '../change/items'
import { itemParams, paymentBehavior, prorations } from '../params'
import { isEnded, type Subscription } from '../subscription'
import type { SubscriptionItem } from './item'

const changeParams = { ...prorations, payment_behavior: paymentBehavior }

export const subscriptionItemRoutes = [
  operation(
    'POST',
    '/v1/subscription_items',
    { ...itemParams, ...changeParams, subscription: required(text()) },
    ({ unit, params }) => {
      const subscription = unit.need('subscription', params.subscription, 'subscription')
      const after = addedItem(unit, subscription, params, '')
      change(unit, subscription, { after }, params)
      return itemById(unit, after.id)
    },
  ),

  operation(
    'GET',
    '/v1/subscription_items',
    { ...paging, subscription: required(text()) },
    ({ unit, params }) => {
      const { items } = unit.need('subscription', params.subscription, 'subscription')
      return pageOfList(items.data, '/v1/subscription_items', params, (cursor, param) => {
        throw missing('subscription item', cursor, param)
      })
    },
  ),

  operation('GET', '/v1/subscription_items/:item', {}, ({ unit, path }) =>
    unit.target('subscription_item', path),
  ),

  operation(
    'POST',
    '/v1/subscription_items/:item',
    { ...itemParams, ...changeParams, off_session: bool() },
    ({ unit, params, path }) => {
      const before = unit.target('subscription_item', path)
      const subscription = unit.need('subscription', before.subscription, 'subscription')
      const after = changedItem(unit, subscription, before, params, '')
      change(unit, subscription, { before, after }, params)
      return itemById(unit, before.id)
    },
  ),

  operation(
    'DELETE',
    '/v1/subscription_items/:item',
    { ...changeParams, clear_usage: unused(bool()) },
    ({ unit, params, path }) => {
      const before = unit.target('subscription_item', path)
      change(unit, unit.need('subscription', before.subscription, 'subscription'), { before }, params)
      return { id: before.id, object: 'subscription_item', deleted: true }
    },
  ),
]

function change(unit: UnitOfWork, subscription: Subscription, one: ItemChange, request: ChangeRequest) {
  if (isEnded(subscription)) {
    throw refuse('A canceled subscription can only update its cancellation_details and metadata.')
  }
  const changed = settle(subscription, [one])
  applyChange(unit, subscription, { ...changed, isRestart: false, trialEnd: null }, request)
}

function itemById(unit: UnitOfWork, id: string): SubscriptionItem {
  return unit.need('subscription_item', id, 'item')
}
