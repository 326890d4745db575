import { minimumChargeMinor } from '../../../money/currency'

export interface Due {
  amountDueMinor: number
  /** The customer's balance after this invoice. */
  endingBalanceMinor: number
  /** Owed, but too little to charge: it goes onto the balance instead. */
  tooSmall: boolean
}

/** Returns what is left to pay once the customer's balance (negative is credit) is applied to a total. */
export function amountsDue(totalMinor: number, balanceMinor: number, currency: string): Due {
  const owedMinor = totalMinor + balanceMinor
  if (owedMinor <= 0) return { amountDueMinor: 0, endingBalanceMinor: owedMinor, tooSmall: false }
  if (owedMinor < minimumChargeMinor(currency)) {
    return { amountDueMinor: 0, endingBalanceMinor: owedMinor, tooSmall: true }
  }
  return { amountDueMinor: owedMinor, endingBalanceMinor: 0, tooSmall: false }
}
