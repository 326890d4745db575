import type { UnitOfWork } from '../../state/unit-of-work'
import type { Price } from './prices/price'

interface Owner {
  id: string
}

/** What of the catalog is only seen when a request asks to expand it. */
export const couponFillers = {
  applies_to: (unit: UnitOfWork, { id }: Owner) => couponById(unit, id)?.applies_to,
  currency_options: (unit: UnitOfWork, { id }: Owner) => {
    const coupon = couponById(unit, id)
    if (!coupon?.currency || coupon.amount_off === null) return coupon?.currency_options
    return { [coupon.currency]: { amount_off: coupon.amount_off }, ...coupon.currency_options }
  },
}

export const priceFillers = {
  currency_options: (unit: UnitOfWork, { id }: Owner) => {
    const price = unit.get('price', id)
    return price && { [price.currency]: ownOption(price), ...price.currency_options }
  },
}

export const promotionCodeFillers = {
  'restrictions.currency_options': (unit: UnitOfWork, { id }: Owner) => {
    const { currency_options, minimum_amount, minimum_amount_currency } =
      unit.get('promotion_code', id)?.restrictions ?? {}
    if (!minimum_amount || !minimum_amount_currency) return currency_options
    return { [minimum_amount_currency]: { minimum_amount }, ...currency_options }
  },
}

export const shippingRateFillers = {
  'fixed_amount.currency_options': (unit: UnitOfWork, { id }: Owner) => {
    const rate = unit.get('shipping_rate', id)
    if (!rate?.fixed_amount) return undefined
    const { amount, currency, currency_options } = rate.fixed_amount
    return { [currency]: { amount, tax_behavior: rate.tax_behavior ?? 'unspecified' }, ...currency_options }
  },
}

function couponById(unit: UnitOfWork, id: string) {
  return unit.get('coupon', id) ?? unit.get('retired_coupon', id)
}

function ownOption({ custom_unit_amount, tax_behavior, unit_amount, unit_amount_decimal }: Price) {
  return { custom_unit_amount, tax_behavior, unit_amount, unit_amount_decimal }
}
