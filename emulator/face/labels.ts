import type { HostedInvoice } from '../desk'
import { formatMoney, formatPercentage, type MoneyDisplay } from './money'

export function taxRateOf(hosted: HostedInvoice, id: string | undefined) {
  return hosted.taxRates.find((rate) => rate.id === id)
}

/** "Launch offer (10% off)" */
export function discountLabel(hosted: HostedInvoice, id: string, display: MoneyDisplay): string {
  const coupon = hosted.discounts.find((discount) => discount.id === id)?.coupon
  if (!coupon) return 'Discount'
  const worth = coupon.percent_off
    ? formatPercentage(coupon.percent_off)
    : formatMoney(coupon.amount_off ?? 0, coupon.currency ?? hosted.invoice.currency, display)
  return `${coupon.name ?? 'Discount'} (${worth} off)`
}
