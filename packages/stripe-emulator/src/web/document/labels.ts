import type { HostedInvoice } from '../../admin/admin'
import { formatMoney, formatPercentage, type MoneyDisplay } from '../../money/format'

type Tax = NonNullable<HostedInvoice['invoice']['total_taxes']>[number]

export function taxRateOf(hosted: HostedInvoice, id: string | undefined) {
  return hosted.taxRates.find((rate) => rate.id === id)
}

/** Returns "Launch offer (10% off)" */
export function discountLabel(hosted: HostedInvoice, id: string, display: MoneyDisplay): string {
  const coupon = hosted.discounts.find((discount) => discount.id === id)?.coupon
  if (!coupon) return 'Discount'
  const worth = coupon.percent_off
    ? formatPercentage(coupon.percent_off)
    : formatMoney(coupon.amount_off ?? 0, coupon.currency ?? hosted.invoice.currency, display)
  return `${coupon.name ?? 'Discount'} (${worth} off)`
}

/** Returns "VAT (20% on $90.00, included)" */
export function taxLabel(hosted: HostedInvoice, tax: Tax, display: MoneyDisplay): string {
  const rate = taxRateOf(hosted, tax.tax_rate_details?.tax_rate)
  if (!rate) return 'Tax'
  const base =
    tax.taxable_amount === null
      ? ''
      : ` on ${formatMoney(tax.taxable_amount, hosted.invoice.currency, display)}`
  const kind = tax.tax_behavior === 'inclusive' ? ', included' : ''
  return `${rate.display_name} (${formatPercentage(rate.percentage)}${base}${kind})`
}

/** Returns "20% + 5%": the rates on one line. */
export function taxPercentages(hosted: HostedInvoice, taxes: Tax[] | null): string {
  return (taxes ?? [])
    .flatMap((tax) => taxRateOf(hosted, tax.tax_rate_details?.tax_rate) ?? [])
    .map((rate) => formatPercentage(rate.percentage))
    .join(' + ')
}
