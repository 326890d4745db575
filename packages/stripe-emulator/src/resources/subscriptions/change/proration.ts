import { emit } from '../../../events/emit'
import { discountShares } from '../../../money/discounts'
import { lineAmountMinor } from '../../../money/round'
import { newId } from '../../../state/ids'
import type { UnitOfWork } from '../../../state/unit-of-work'
import { discountTerms } from '../../catalog/coupons/discount'
import type { Item } from '../../items/item'
import type { Line } from '../../items/line'
import { prorationWords } from '../billing/describe'
import { discountsInForce, invoiceDiscounts } from '../billing/discounts'
import { partMinor, pricingOf } from '../billing/lines'
import type { SubscriptionItem } from '../items/item'
import { isMetered } from '../items/plan'
import type { Subscription } from '../subscription'

type Credited = NonNullable<Item['proration_details']>['credited_items']

interface Billed {
  /** Minor units, after discounts. */
  amountMinor: number
  period: { start: number; end: number }
  credited: Credited
}

/** Gives back what was billed for the time of an item that is left from a moment on. */
export function creditUnused(
  unit: UnitOfWork,
  subscription: Subscription,
  item: SubscriptionItem,
  moment: number,
) {
  if (isMetered(item.price)) return
  const { amountMinor, period, credited } = billedFor(unit, subscription, item, moment)
  const seconds = { part: period.end - moment, whole: period.end - period.start }
  const amount = -partMinor(amountMinor, seconds)
  if (amount === 0) return
  const description = prorationWords(unit, 'Unused', item, moment)
  makeItem(unit, subscription, item, { amount, credited, description, start: moment, end: period.end })
}

/** Asks for the time of an item that is left from a moment on, at its price less its discounts. */
export function debitRemaining(
  unit: UnitOfWork,
  subscription: Subscription,
  item: SubscriptionItem,
  moment: number,
) {
  if (isMetered(item.price)) return
  const { current_period_start: start, current_period_end: end } = item
  const net = priceAfterDiscounts(unit, subscription, item)
  const amount = partMinor(net, { part: end - moment, whole: end - start })
  if (amount === 0) return
  const description = prorationWords(unit, 'Remaining', item, moment)
  makeItem(unit, subscription, item, { amount, credited: null, description, start: moment, end })
}

/** Returns what waits on a subscription to be billed or given back. */
export function pendingOf(unit: UnitOfWork, subscription: Subscription): Item[] {
  return unit.collections.invoiceitem
    .inGroup(subscription.customer)
    .filter((item) => item.invoice === null && subscriptionOf(item) === subscription.id)
}

function subscriptionOf(item: Item): string | undefined {
  return item.parent?.subscription_details?.subscription
}

/** What the time at hand was billed as: on an invoice, or to be on the next one; its price when on neither. */
function billedFor(
  unit: UnitOfWork,
  subscription: Subscription,
  item: SubscriptionItem,
  moment: number,
): Billed {
  const waiting = pendingOf(unit, subscription).findLast(
    (each) => each.parent?.subscription_details?.subscription_item === item.id && bills(each, moment),
  )
  if (waiting) {
    const { amount, period, id } = waiting
    return { amountMinor: amount, period, credited: { type: 'invoice_item', invoice_item: id } }
  }
  const line = lastLine(unit, subscription, item, moment)
  if (line) return { amountMinor: netOf(line), period: line.period, credited: creditedLine(line) }
  const period = { start: item.current_period_start, end: item.current_period_end }
  return { amountMinor: priceAfterDiscounts(unit, subscription, item), period, credited: null }
}

function lastLine(unit: UnitOfWork, subscription: Subscription, item: SubscriptionItem, moment: number) {
  return unit.collections.invoice
    .inGroup(subscription.customer)
    .filter(({ parent }) => parent?.subscription_details?.subscription === subscription.id)
    .filter((invoice) => invoice.status !== 'void')
    .flatMap((invoice) => unit.collections.line_item.inGroup(invoice.id))
    .filter((line) => line.parent?.subscription_item_details?.subscription_item === item.id)
    .findLast((line) => bills(line, moment))
}

function bills({ amount, period }: Pick<Line, 'amount' | 'period'>, moment: number): boolean {
  return amount >= 0 && period.start <= moment && moment < period.end
}

function netOf({ amount, discount_amounts }: Line): number {
  return (discount_amounts ?? []).reduce((left, discount) => left - discount.amount, amount)
}

function creditedLine({ id, invoice }: Line): Credited {
  if (invoice === null) return null
  return {
    type: 'invoice_line_items',
    invoice_line_item_details: { invoice, invoice_line_items: [id] },
  }
}

/** A whole period of an item, in minor units. */
function priceAfterDiscounts(unit: UnitOfWork, subscription: Subscription, item: SubscriptionItem): number {
  const { price, quantity = 1 } = item
  const gross = lineAmountMinor(price.unit_amount_decimal ?? '0', String(quantity))
  const ids = [...discountsInForce(unit, item.discounts), ...invoiceDiscounts(unit, subscription)]
  return ids.reduce((remainingMinor, id) => {
    const line = { discountable: true, product: price.product, remainingMinor }
    const [off = 0] = discountShares(discountTerms(unit, id), [line])
    return remainingMinor - off
  }, gross)
}

interface Proration {
  amount: number
  credited: Credited
  description: string
  start: number
  end: number
}

function makeItem(
  unit: UnitOfWork,
  subscription: Subscription,
  { id: subscription_item, price, quantity = 1, tax_rates }: SubscriptionItem,
  { amount, credited, description, start, end }: Proration,
) {
  const item = unit.put('invoiceitem', {
    id: newId('ii'),
    object: 'invoiceitem',
    amount,
    currency: price.currency,
    customer: subscription.customer,
    customer_account: null,
    date: unit.now,
    description,
    discountable: false,
    discounts: [],
    frozen_fields: [],
    invoice: null,
    invoicing_rules: [],
    livemode: false,
    metadata: {},
    parent: {
      type: 'subscription_details',
      subscription_details: { subscription: subscription.id, subscription_item },
    },
    period: { start, end },
    pricing: pricingOf(price, price.unit_amount_decimal ?? '0'),
    proration: true,
    proration_details: { credited_items: credited, discount_amounts: [] },
    quantity,
    quantity_decimal: String(quantity),
    tax_rates,
    test_clock: subscription.test_clock,
  })
  emit(unit, 'invoiceitem.created', item)
}
