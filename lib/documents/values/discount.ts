import { currencyRule, isCurrency } from '@/lib/money/currencies'
import { decimalsOf, isDecimal } from '@/lib/money/decimals'
import { formatMoney } from '@/lib/money/format'
import { minorFromMajor } from '@/lib/money/minor-units'
import { checkPercent, decimal, isPercent, tooFine } from './decimal'
import type { CheckContext, Fault, Kind } from './kind'

/** Stripe's limit for the decimals of a coupon. */
export const DISCOUNT_DECIMALS_MAX = 2

/** `value` is a percentage, or an amount in major units of the document's currency, by `kind`; empty while it is being typed. */
export type Discount = { kind: 'percent' | 'amount'; value: string }

/** The discount as far as it can be reckoned with: null while its value is no number, out of range or too fine. */
export function settledDiscount(discount: Discount | null, currency: string): Discount | null {
  if (!discount || !isDecimal(discount.value) || !isCurrency(currency)) return null
  if (discount.kind === 'percent') return isPercent(discount.value) ? discount : null
  return decimalsOf(discount.value) > currencyRule(currency).decimals ? null : discount
}

/** What a settled discount of an amount takes off, in minor units. */
export function amountOff({ value }: Discount, currency: string) {
  return minorFromMajor(value, currency)
}

export const discount: Kind<Discount | null> = {
  empty: null,
  parts: ['value', 'kind'],
  rule: (rules) => rules.discount.nullable(),
  read(typed, typing) {
    if (!typed) return { value: null }
    const { value, fault } = decimal.read(typed.value, typing)
    return { value: { ...typed, value }, ...(fault && { fault: at(fault) }) }
  },
  write: (discount, locale) => discount && { ...discount, value: decimal.write(discount.value, locale) },
}

/** What keeps a discount from being taken off the amount it stands at. */
export function checkDiscount(discount: Discount | null, context: CheckContext): Fault | null {
  const fault = discount && faultOf(discount, context)
  return fault && at(fault)
}

function faultOf({ kind, value }: Discount, { currency, amountMinor }: CheckContext): Fault | null {
  if (value === '') return { code: 'required', message: 'Enter the discount, or remove it.' }
  if (!isDecimal(value) || Number(value) <= 0)
    return { code: 'amount_invalid', message: 'Enter a discount above zero.' }
  if (amountMinor < 0)
    return { code: 'discount_on_negative_line', message: 'A negative amount cannot be discounted.' }
  if (kind === 'percent') return checkPercent(value, DISCOUNT_DECIMALS_MAX)
  const { decimals } = currencyRule(currency)
  if (decimalsOf(value) > decimals) return tooFine(decimals)
  if (minorFromMajor(value, currency) <= amountMinor) return null
  return {
    code: 'discount_too_large',
    message: `Take off at most ${formatMoney(amountMinor, currency, 'en')}.`,
  }
}

/** A discount in a few words, its number as it is kept. */
export function discountWords(discount: Discount | null) {
  return discount ? `${discount.value || '0'}${discount.kind === 'percent' ? '%' : ''}` : 'none'
}

function at(fault: Fault): Fault {
  return { ...fault, part: 'value' }
}
