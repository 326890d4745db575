import { emit } from '../../events/emit'
import type { UnitOfWork } from '../../state/unit-of-work'
import { operation } from '../../transport/operation'
import { SUBSCRIPTION_TEXTS } from '../../unconfirmed'
import { missingParam, refuse } from '../../wire/refusal'
import type { Price } from '../catalog/prices/price'
import { type Customer, fixCurrency } from '../customers/customer'
import { withDiscountsSpent } from './billing/discounts'
import { firstInvoice } from './billing/first-invoice'
import { methodToKeep } from './billing/keep-method'
import { payAtOnce } from './billing/pay'
import { isUnderWay } from './billing/under-way'
import { anchorConfig } from './cycle/anchor'
import { announceShortTrial, setReminders } from './cycle/reminders'
import { type CycleStart, cycleStart } from './cycle/start'
import { newItem, type SubscriptionItem } from './items/item'
import { recurringPrice, refuseMixed, refuseSamePrice } from './items/prices'
import { withItemTerms } from './items/terms'
import { type CreateRequest, createParams } from './params'
import { keepSubscription, withItems } from './save'
import { firstStatus } from './status'
import { newSubscription, type Subscription } from './subscription'
import { withEnd, withTerms } from './terms'

export const createSubscription = operation('POST', '/v1/subscriptions', createParams, ({ unit, params }) => {
  if (params.payment_behavior === 'pending_if_incomplete') {
    throw refuse(SUBSCRIPTION_TEXTS.pendingOnlyOnUpdate, { param: 'payment_behavior' })
  }
  const customer = unit.need('customer', params.customer, 'customer')
  const prices = pricesOf(unit, params)
  const cycle = cycleStart(unit, prices, params)
  const beginning = keepSubscription(unit, begin(unit, customer, prices, cycle, params))
  const draft = firstInvoice(unit, beginning, cycle, params.add_invoice_items)
  const invoice = payAtOnce(unit, beginning, draft, params)
  const started = unit.need('subscription', beginning.id, 'id')
  const subscription = keepSubscription(unit, {
    ...(cycle.trialEnd === null ? withDiscountsSpent(unit, started) : started),
    default_payment_method: methodToKeep(unit, started, invoice),
    latest_invoice: invoice.id,
    status: firstStatus(beginning, invoice, isUnderWay(unit, invoice.id), unit.now),
  })
  emit(unit, 'customer.subscription.created', subscription)
  setReminders(unit, subscription)
  announceShortTrial(unit, subscription)
  return subscription
})

/** Returns the prices of a request, which must go together. */
export function pricesOf(unit: UnitOfWork, { items, currency, billing_mode }: CreateRequest): Price[] {
  const prices = items.map((item, index) => {
    const price = recurringPrice(unit, item, `items[${index}]`)
    if (price) return price
    throw missingParam(`items[${index}][price]`)
  })
  if (prices.length === 0) throw missingParam('items')
  refuseMixed(prices, billing_mode?.type ?? 'flexible')
  refuseSamePrice(prices)
  const other = prices.findIndex((price) => currency !== undefined && price.currency !== currency)
  if (other === -1) return prices
  throw refuse(SUBSCRIPTION_TEXTS.otherCurrency(String(prices[other]?.id), String(currency)), {
    param: `items[${other}][price]`,
  })
}

/** Returns a subscription with its items, as a request asks for it; not yet kept. */
export function begin(
  unit: UnitOfWork,
  customer: Customer,
  prices: Price[],
  cycle: CycleStart,
  request: CreateRequest,
): Subscription {
  const currency = prices[0]?.currency ?? ''
  refuseOtherCurrency(unit, customer, currency)
  const owner = fixCurrency(unit, customer, currency)
  const bare = newSubscription({ customer: owner, currency, now: unit.now })
  const started: Subscription = {
    ...withTerms(unit, bare, request),
    billing_cycle_anchor: cycle.anchor,
    billing_cycle_anchor_config: anchorConfig(request),
    billing_mode: billingMode(bare, request),
    trial_end: cycle.trialEnd,
    trial_start: cycle.trialEnd === null ? null : unit.now,
  }
  const items = prices.map((price, index): SubscriptionItem => {
    const given = request.items[index]
    const { period } = cycle.first(price)
    const item = newItem({
      subscription: bare.id,
      price,
      quantity: given?.quantity,
      period,
      now: unit.now,
    })
    return given ? withItemTerms(unit, started, item, given, `items[${index}]`) : item
  })
  return withEnd(unit, withItems(started, items), request)
}

/** A customer who is billed in one currency is not billed in another. */
function refuseOtherCurrency(unit: UnitOfWork, { id }: Customer, currency: string) {
  const other = unit.collections.subscription
    .inGroup(id)
    .find((each) => each.ended_at === null && each.currency !== currency)
  if (!other) return
  throw refuse(
    `You cannot combine currencies on a single customer. This customer has an active subscription, subscription schedule, discount, quote, or invoice item with currency ${other.currency}`,
  )
}

function billingMode({ billing_mode: usual }: Subscription, { billing_mode: given }: CreateRequest) {
  if (!given) return usual
  if (given.type === 'classic') return { flexible: null, type: given.type }
  const proration_discounts = given.flexible?.proration_discounts ?? 'included'
  return { flexible: { proration_discounts }, type: given.type }
}
