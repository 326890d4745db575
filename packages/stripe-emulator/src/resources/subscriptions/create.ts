import { emit } from '../../events/emit'
import type { Book } from '../../state/unit-of-work'
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

export const createSubscription = operation('POST', '/v1/subscriptions', createParams, ({ book, params }) => {
  if (params.payment_behavior === 'pending_if_incomplete') {
    throw refuse(SUBSCRIPTION_TEXTS.pendingOnlyOnUpdate, { param: 'payment_behavior' })
  }
  const customer = book.need('customer', params.customer, 'customer')
  const prices = pricesOf(book, params)
  const cycle = cycleStart(book, prices, params)
  const beginning = keepSubscription(book, begin(book, customer, prices, cycle, params))
  const draft = firstInvoice(book, beginning, cycle, params.add_invoice_items)
  const invoice = payAtOnce(book, beginning, draft, params)
  const started = book.need('subscription', beginning.id, 'id')
  const subscription = keepSubscription(book, {
    ...(cycle.trialEnd === null ? withDiscountsSpent(book, started) : started),
    default_payment_method: methodToKeep(book, started, invoice),
    latest_invoice: invoice.id,
    status: firstStatus(beginning, invoice, isUnderWay(book, invoice.id), book.now),
  })
  emit(book, 'customer.subscription.created', subscription)
  setReminders(book, subscription)
  announceShortTrial(book, subscription)
  return subscription
})

/** The prices of a request, which must go together. */
export function pricesOf(book: Book, { items, currency, billing_mode }: CreateRequest): Price[] {
  const prices = items.map((item, index) => {
    const price = recurringPrice(book, item, `items[${index}]`)
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

/** A subscription with its items, as a request asks for it; not yet kept. */
export function begin(
  book: Book,
  customer: Customer,
  prices: Price[],
  cycle: CycleStart,
  request: CreateRequest,
): Subscription {
  const currency = prices[0]?.currency ?? ''
  refuseOtherCurrency(book, customer, currency)
  const owner = fixCurrency(book, customer, currency)
  const bare = newSubscription({ customer: owner, currency, now: book.now })
  const started: Subscription = {
    ...withTerms(book, bare, request),
    billing_cycle_anchor: cycle.anchor,
    billing_cycle_anchor_config: anchorConfig(request),
    billing_mode: billingMode(bare, request),
    trial_end: cycle.trialEnd,
    trial_start: cycle.trialEnd === null ? null : book.now,
  }
  const items = prices.map((price, index): SubscriptionItem => {
    const given = request.items[index]
    const { period } = cycle.first(price)
    const item = newItem({
      subscription: bare.id,
      price,
      quantity: given?.quantity,
      period,
      now: book.now,
    })
    return given ? withItemTerms(book, started, item, given, `items[${index}]`) : item
  })
  return withEnd(book, withItems(started, items), request)
}

/** A customer who is billed in one currency is not billed in another. */
function refuseOtherCurrency(book: Book, { id }: Customer, currency: string) {
  const other = book.shelves.subscription
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
