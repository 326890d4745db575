import Big from 'big.js'
import { roundMinor } from '../../money/round'

interface Rate {
  percent: string
  fixedMinor: number
  capMinor?: number
}

/** Stripe's usual price of a card payment in the United States; Europe and Japan have their own. */
const CARD: Rate = { percent: '2.9', fixedMinor: 30 }
const CARD_ABROAD: Record<string, Rate> = {
  eur: { percent: '1.5', fixedMinor: 25 },
  gbp: { percent: '1.5', fixedMinor: 20 },
  jpy: { percent: '3.6', fixedMinor: 0 },
}
const DEBIT: Rate = { percent: '0.8', fixedMinor: 0, capMinor: 500 }

/** What Stripe keeps of a dispute, whoever wins it. */
export const DISPUTE_FEE_MINOR = 1500

/** Returns what Stripe keeps of a payment, in minor units. */
export function stripeFeeMinor(amountMinor: number, currency: string, type: string): number {
  const { percent, fixedMinor, capMinor } = type === 'card' ? (CARD_ABROAD[currency] ?? CARD) : DEBIT
  const fee = roundMinor(new Big(amountMinor).times(percent).div(100)) + fixedMinor
  return capMinor === undefined ? fee : Math.min(fee, capMinor)
}
