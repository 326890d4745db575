import 'server-only'
import { z } from 'zod'
import type { TaxBehavior } from '@/lib/documents/draft/draft'
import { amountOff, type Discount } from '@/lib/documents/values/discount'

/** Stripe's ids of the tax rates and coupons of a bill, by `taxKey` and `couponKey`. */
export const catalogSchema = z.object({
  taxRates: z.record(z.string(), z.string()),
  coupons: z.record(z.string(), z.string()),
})
export type Catalog = z.infer<typeof catalogSchema>

export function taxKey(percent: string, behavior: TaxBehavior) {
  return `${Number(percent)}_${behavior}`
}

/** Also the coupon's id at Stripe, so that each value exists there once. */
export function couponKey(discount: Discount, currency: string) {
  return discount.kind === 'percent'
    ? `centwise_percent_${String(Number(discount.value)).replace('.', '_')}`
    : `centwise_amount_${amountOff(discount, currency)}_${currency}`
}
