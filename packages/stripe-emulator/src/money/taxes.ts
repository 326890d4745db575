import Big from 'big.js'
import type Stripe from 'stripe'
import type { Wire } from '../wire/wire'
import { roundMinor } from './round'

export interface TaxTerms {
  id: string
  percentage: number
  inclusive: boolean
}

export interface Tax {
  rate: string
  inclusive: boolean
  amountMinor: number
  taxableMinor: number
  /** Why it is what it is, when the request said so. */
  reason?: TaxabilityReason
}

export type TaxabilityReason = Wire<Stripe.InvoiceLineItem.Tax>['taxability_reason']

/** Taxes on one line, each rate rounded by itself. `netMinor` is what is left of the line after discounts. */
export function lineTaxes(netMinor: number, rates: TaxTerms[]): Tax[] {
  const inclusivePercent = rates
    .filter((rate) => rate.inclusive)
    .reduce((sum, rate) => sum.plus(rate.percentage), new Big(100))
  const amounts = rates.map((rate) => {
    const share = rate.inclusive ? inclusivePercent : new Big(100)
    return roundMinor(new Big(netMinor).times(rate.percentage).div(share))
  })
  const inside = rates.reduce((sum, rate, index) => sum + (rate.inclusive ? (amounts[index] ?? 0) : 0), 0)
  const taxableMinor = netMinor - inside
  return rates.map((rate, index) => ({
    rate: rate.id,
    inclusive: rate.inclusive,
    amountMinor: rate.inclusive ? (amounts[index] ?? 0) : onTopOf(taxableMinor, rate),
    taxableMinor,
  }))
}

/** Exclusive tax is on the amount without what inclusive rates already hold. */
function onTopOf(taxableMinor: number, rate: TaxTerms): number {
  return roundMinor(new Big(taxableMinor).times(rate.percentage).div(100))
}
