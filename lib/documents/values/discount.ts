import { currencyRule } from '@/lib/money/currencies'
import { decimalsOf, isDecimal } from '@/lib/money/decimals'
import { minorFromMajor } from '@/lib/money/minor-units'

/** `value` is a percentage, or an amount in major units of the document's currency, by `kind`; empty while it is being typed. */
export type Discount = { kind: 'percent' | 'amount'; value: string }

/** The discount as far as it can be reckoned with: null while its value is no number, out of range or too fine. */
export function settledDiscount(discount: Discount | null, currency: string): Discount | null {
  if (!discount || !isDecimal(discount.value)) return null
  if (discount.kind === 'percent') return isPercent(discount.value) ? discount : null
  return decimalsOf(discount.value) > currencyRule(currency).decimals ? null : discount
}

/** What a settled discount of an amount takes off, in minor units. */
export function amountOff({ value }: Discount, currency: string) {
  return minorFromMajor(value, currency)
}

/** True for a decimal from 0 to 100. */
export function isPercent(text: string) {
  return isDecimal(text) && Number(text) >= 0 && Number(text) <= 100
}
