import type Stripe from 'stripe'
import type { UnitOfWork } from '../../../state/unit-of-work'
import { MANUAL_TAXABILITY_REASON } from '../../../unconfirmed'
import type { Wire } from '../../../wire/wire'
import type { NoteLine } from '../credit-note'
import type { NoteLineRequest } from '../params'

type Taxes = NoteLine['taxes']

/** Returns the rates behind taxes, in the same order. */
export function ratesOf(unit: UnitOfWork, taxes: Taxes): Wire<Stripe.TaxRate>[] {
  return (taxes ?? []).flatMap((tax) => unit.get('tax_rate', tax.tax_rate_details?.tax_rate ?? '') ?? [])
}

/** Taxes that a request gives in minor units instead of leaving them to be worked out. */
export function givenTaxes(
  unit: UnitOfWork,
  amounts: NonNullable<NoteLineRequest['tax_amounts']>,
  at: string,
): NonNullable<Taxes> {
  return amounts.map(({ amount, tax_rate, taxable_amount }, index) => {
    const rate = unit.need('tax_rate', tax_rate, `${at}[tax_amounts][${index}][tax_rate]`)
    return {
      amount,
      tax_behavior: rate.inclusive ? 'inclusive' : 'exclusive',
      tax_rate_details: { tax_rate },
      taxability_reason: MANUAL_TAXABILITY_REASON,
      taxable_amount,
      type: 'tax_rate_details',
    }
  })
}
