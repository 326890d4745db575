import { emit } from '../../../events/emit'
import type { UnitOfWork } from '../../../state/unit-of-work'
import { operation } from '../../../transport/operation'
import { bool } from '../../../transport/params/leaves'
import { missing } from '../../../wire/refusal'
import { finalInvoice } from '../billing/final-invoice'
import { creditUnused, pendingOf } from '../change/proration'
import { withDetails } from '../change/update'
import { cancellationDetails } from '../params'
import { isTrialing } from '../status'
import { isEnded, type Subscription } from '../subscription'
import { endSubscription } from './end'

const params = { cancellation_details: cancellationDetails, invoice_now: bool(), prorate: bool() }

export const cancelSubscription = operation(
  'DELETE',
  '/v1/subscriptions/:id',
  params,
  ({ unit, params, path }) => {
    const before = unit.target('subscription', path)
    if (isEnded(before)) throw missing('subscription', path.id, path.param, 404)
    if (params.prorate && !isTrialing(before, unit.now)) {
      for (const item of before.items.data) creditUnused(unit, before, item, unit.now)
    }
    if (!params.prorate && !params.invoice_now) forgetWaiting(unit, before)
    const ended = endSubscription(unit, { ...withDetails(before, params), canceled_at: unit.now }, REQUESTED)
    if (params.invoice_now) finalInvoice(unit, ended)
    return unit.need('subscription', ended.id, 'id')
  },
)

/** A deleted customer pays for nothing any more. */
export function cancelSubscriptionsOf(unit: UnitOfWork, customer: string) {
  for (const subscription of unit.collections.subscription.inGroup(customer)) {
    if (isEnded(subscription)) continue
    forgetWaiting(unit, subscription)
    endSubscription(unit, { ...subscription, canceled_at: unit.now }, REQUESTED)
  }
}

const REQUESTED = { reason: 'cancellation_requested' } as const

function forgetWaiting(unit: UnitOfWork, subscription: Subscription) {
  for (const item of pendingOf(unit, subscription)) {
    if (!item.proration) continue
    unit.remove('invoiceitem', item.id)
    emit(unit, 'invoiceitem.deleted', item)
  }
}
