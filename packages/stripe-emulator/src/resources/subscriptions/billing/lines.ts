import Big from 'big.js'
import { lineAmountMinor, roundMinor } from '../../../money/round'
import { newId } from '../../../state/ids'
import type { UnitOfWork } from '../../../state/unit-of-work'
import type { Price } from '../../catalog/prices/price'
import type { Line } from '../../items/line'
import { refuseTooLarge } from '../../payments/too-large'
import type { Period } from '../cycle/calendar'
import type { SubscriptionItem } from '../items/item'
import { isMetered } from '../items/plan'
import type { Subscription } from '../subscription'
import { periodWords, trialWords } from './describe'

interface Share {
  period: Period
  /** Of a whole period, by seconds; one for all of it. */
  seconds?: { part: number; whole: number }
  isTrial?: boolean
}

/**
 * Puts what an item costs for a period on an invoice. A trial costs nothing, a part of a period its part. What is
 * metered is billed once it has been used, and nothing ever is.
 */
export function placePeriod(
  unit: UnitOfWork,
  invoice: string,
  subscription: Subscription,
  item: SubscriptionItem,
  { period, seconds, isTrial = false }: Share,
): Line | undefined {
  const { price, quantity = 1 } = item
  if (isMetered(price)) return undefined
  const unitAmount = isTrial ? '0' : (price.unit_amount_decimal ?? '0')
  const whole = lineAmountMinor(unitAmount, String(quantity))
  refuseTooLarge(Math.abs(whole), price.currency, 'quantity')
  const amount = seconds ? partMinor(whole, seconds) : whole
  return unit.put('line_item', {
    id: newId('il'),
    object: 'line_item',
    amount,
    currency: price.currency,
    description: isTrial ? trialWords(unit, price) : periodWords(unit, price, quantity),
    discount_amounts: [],
    discountable: true,
    discounts: item.discounts,
    invoice,
    livemode: false,
    metadata: subscription.metadata,
    parent: {
      type: 'subscription_item_details',
      invoice_item_details: null,
      subscription_item_details: {
        invoice_item: null,
        proration: false,
        proration_details: { credited_items: null },
        subscription: subscription.id,
        subscription_item: item.id,
      },
    },
    period,
    pretax_credit_amounts: [],
    pricing: pricingOf(price, unitAmount),
    quantity,
    quantity_decimal: String(quantity),
    subscription: subscription.id,
    subtotal: amount,
    taxes: [],
  })
}

export function pricingOf({ id, product }: Price, unitAmountDecimal: string): NonNullable<Line['pricing']> {
  return {
    type: 'price_details',
    price_details: { price: id, product },
    unit_amount_decimal: unitAmountDecimal,
  }
}

/** Returns a part of an amount, halves away from zero; both in minor units. */
export function partMinor(amountMinor: number, { part, whole }: { part: number; whole: number }): number {
  return roundMinor(new Big(amountMinor).times(part).div(whole))
}
