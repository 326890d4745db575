import Big from 'big.js'

/** Rounds to a whole minor unit, halves away from zero. */
export function roundMinor(amount: Big): number {
  return amount.round(0, Big.roundHalfUp).toNumber()
}

/** Returns `unit × quantity`, both decimals as text, in minor units. */
export function lineAmountMinor(unitAmountDecimal: string, quantityDecimal: string): number {
  return roundMinor(new Big(unitAmountDecimal).times(quantityDecimal))
}
