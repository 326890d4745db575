import Big from 'big.js'
import { currencyRule, exponentOf } from './currencies'
import { type DecimalRefusal, parseDecimal, roundHalfUp } from './decimals'

export type ParsedAmount =
  | { ok: true; minor: number }
  | { ok: false; code: DecimalRefusal | 'currency_has_no_decimals' | 'currency_step' | 'amount_too_large' }

/**
 * What a person typed in their locale, as minor units. Refused rather than rounded when it is too fine.
 * @internal Tests show by it that what is formatted can be typed again.
 */
export function parseAmount(text: string, currency: string, locale: string): ParsedAmount {
  const { decimals, stepMinor, maximumMinor } = currencyRule(currency)
  const parsed = parseDecimal(text, locale, { maxDecimals: decimals })
  if (!parsed.ok) {
    const pointless = parsed.code === 'too_many_decimals' && decimals === 0
    return { ok: false, code: pointless ? 'currency_has_no_decimals' : parsed.code }
  }
  const minor = minorFromMajor(parsed.value, currency)
  if (Math.abs(minor) > maximumMinor) return { ok: false, code: 'amount_too_large' }
  return minor % stepMinor === 0 ? { ok: true, minor } : { ok: false, code: 'currency_step' }
}

/** `12.34` USD → 1234. Throws on what is finer than a minor unit: rounding is the totals' business alone. */
export function minorFromMajor(decimal: string, currency: string) {
  const minor = minorUnitsIn(currency).times(decimal)
  const rounded = roundHalfUp(minor)
  if (!minor.eq(rounded)) throw new RangeError(`${decimal} ${currency} is not a whole number of minor units`)
  return rounded
}

/** Stripe's `unit_amount_decimal`: `12.345` USD → `1234.5`. */
export function unitAmountDecimal(unitPrice: string, currency: string) {
  return minorUnitsIn(currency).times(unitPrice).toFixed()
}

/** The other way round: `1234.5` → `12.345` USD. */
export function unitPriceFrom(unitAmountDecimal: string, currency: string) {
  return Big(unitAmountDecimal).div(minorUnitsIn(currency)).toFixed()
}

/** How many minor units make one major: 100 for USD. */
export function minorUnitsIn(currency: string) {
  return Big(10).pow(exponentOf(currency))
}
