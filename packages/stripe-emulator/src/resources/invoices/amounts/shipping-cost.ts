import type { UnitOfWork } from '../../../state/unit-of-work'
import { TEXTS } from '../../../unconfirmed'
import { refuse } from '../../../wire/refusal'
import { newShippingRate } from '../../catalog/shipping-rates/shipping-rate'
import type { Invoice } from '../invoice'
import type { ShippingCostRequest } from '../params'

/** Returns what shipping adds to an invoice; only automatic tax would tax it. */
export function shippingCost(
  unit: UnitOfWork,
  currency: string,
  given: ShippingCostRequest | null,
): Pick<Invoice, 'amount_shipping' | 'shipping_cost'> {
  if (given === null) return { amount_shipping: 0, shipping_cost: null }
  const { id, fixed_amount: fixed } = rateFor(unit, given)
  const amount = fixed?.currency === currency ? fixed.amount : fixed?.currency_options?.[currency]?.amount
  if (amount === undefined) {
    throw refuse(TEXTS.currencyMismatch(fixed?.currency ?? '', currency), { param: 'shipping_cost' })
  }
  const cost = { amount_subtotal: amount, amount_tax: 0, amount_total: amount, shipping_rate: id }
  return { amount_shipping: amount, shipping_cost: cost }
}

function rateFor(unit: UnitOfWork, { shipping_rate, shipping_rate_data }: ShippingCostRequest) {
  if (shipping_rate) return unit.need('shipping_rate', shipping_rate, 'shipping_cost[shipping_rate]')
  if (!shipping_rate_data) throw refuse(TEXTS.needsShippingRate, { param: 'shipping_cost' })
  return unit.put('shipping_rate', newShippingRate(shipping_rate_data, unit.now))
}
