import { emit } from '../../../events/emit'
import type { UnitOfWork } from '../../../state/unit-of-work'
import { operation } from '../../../transport/operation'
import { givenOnly } from '../../../transport/params/shapes'
import { SUBSCRIPTION_TEXTS } from '../../../unconfirmed'
import { refuse } from '../../../wire/refusal'
import { createItem } from '../../items/item'
import { extraItem } from '../billing/first-invoice'
import { announceShortTrial } from '../cycle/reminders'
import { type UpdateRequest, updateParams } from '../params'
import { isTrialing } from '../status'
import { isEnded, type Subscription } from '../subscription'
import { trialEnd, withEnd, withTerms } from '../terms'
import { applyChange } from './apply'
import { changeItems } from './items'

const WHEN_ENDED: ReadonlySet<string> = new Set(['cancellation_details', 'metadata'])
const WHEN_INCOMPLETE: ReadonlySet<string> = new Set(['default_payment_method', 'metadata'])

export const updateSubscription = operation(
  'POST',
  '/v1/subscriptions/:id',
  updateParams,
  ({ unit, params, path }) => {
    const before = unit.target('subscription', path)
    refuseFixed(before, params)
    const termed = withDetails(withPause(withTerms(unit, before, params), params), params)
    addPending(unit, termed, params)
    const changed = changeItems(unit, termed, params.items ?? [])
    const trial = typeof params.trial_end === 'number' ? trialEnd(unit.now, params.trial_end) : null
    const endsTrial = params.trial_end === 'now' && isTrialing(before, unit.now)
    const isRestart = endsTrial || params.billing_cycle_anchor?.type === 'now'
    const subscription = withEnd(unit, changed.subscription, params)
    const change = { ...changed, subscription, isRestart, trialEnd: trial }
    const after = applyChange(unit, before, change, params)
    if (endsTrial) emit(unit, 'customer.subscription.trial_will_end', after)
    if (trial !== null) announceShortTrial(unit, after)
    return after
  },
)

function refuseFixed(subscription: Subscription, params: UpdateRequest) {
  const names = Object.keys(givenOnly(params))
  if (isEnded(subscription) && names.some((name) => !WHEN_ENDED.has(name))) {
    throw refuse('A canceled subscription can only update its cancellation_details and metadata.')
  }
  if (subscription.status === 'incomplete' && names.some((name) => !WHEN_INCOMPLETE.has(name))) {
    throw refuse(SUBSCRIPTION_TEXTS.incompleteIsFixed)
  }
}

function withPause(subscription: Subscription, { pause_collection: pause }: UpdateRequest): Subscription {
  if (pause === undefined) return subscription
  const { behavior, resumes_at = null } = pause ?? {}
  return { ...subscription, pause_collection: behavior ? { behavior, resumes_at } : null }
}

export function withDetails(
  subscription: Subscription,
  { cancellation_details: given }: Pick<UpdateRequest, 'cancellation_details'>,
): Subscription {
  const old = subscription.cancellation_details
  if (!given || !old) return subscription
  const { comment, feedback } = given
  return { ...subscription, cancellation_details: { ...old, ...givenOnly({ comment, feedback }) } }
}

/** One-time items wait for the next invoice. */
function addPending(
  unit: UnitOfWork,
  { id, customer, currency }: Subscription,
  { add_invoice_items: extra }: UpdateRequest,
) {
  extra?.forEach((given, index) => {
    const place = { customer, currency, invoice: null, at: `add_invoice_items[${index}]` }
    const item = createItem(unit, extraItem(given), place)
    const parent = { subscription_details: { subscription: id }, type: 'subscription_details' } as const
    emit(unit, 'invoiceitem.created', unit.put('invoiceitem', { ...item, parent }))
  })
}
