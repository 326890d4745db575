import type Stripe from 'stripe'
import { newId } from '../../../state/ids'
import type { UnitOfWork } from '../../../state/unit-of-work'
import { MANUAL_TAXABILITY_REASON } from '../../../unconfirmed'
import type { Wire } from '../../../wire/wire'
import type { Line } from '../../items/line'
import type { TaxAmountsRequest } from '../params'

type TaxRate = Wire<Stripe.TaxRate>
type TaxAmount = NonNullable<TaxAmountsRequest>[number]

/** Keeps the taxes a request gives a line in minor units; null takes them away, undefined leaves them. */
export function giveTaxes(unit: UnitOfWork, line: Line, given: TaxAmountsRequest) {
  if (given === undefined) return
  unit.remove('line_taxes', line.id)
  if (given === null || given.length === 0) return
  const taxes = given.map((each) => toTax(each, rateFor(unit, each.tax_rate_data).id))
  unit.put('line_taxes', { id: line.id, invoice: line.invoice ?? '', taxes })
}

function toTax(given: TaxAmount, rate: string): Wire<Stripe.InvoiceLineItem.Tax> {
  return {
    amount: given.amount,
    tax_behavior: given.tax_rate_data.inclusive ? 'inclusive' : 'exclusive',
    tax_rate_details: { tax_rate: rate },
    taxability_reason: given.taxability_reason ?? MANUAL_TAXABILITY_REASON,
    taxable_amount: given.taxable_amount,
    type: 'tax_rate_details',
  }
}

/** A rate for show: made archived, and found again by the same data. */
function rateFor(unit: UnitOfWork, data: TaxAmount['tax_rate_data']): TaxRate {
  const rate: TaxRate = {
    id: newId('txr'),
    object: 'tax_rate',
    active: false,
    country: data.country ?? null,
    created: unit.now,
    description: data.description ?? null,
    display_name: data.display_name,
    effective_percentage: null,
    flat_amount: null,
    inclusive: data.inclusive,
    jurisdiction: data.jurisdiction ?? null,
    jurisdiction_level: data.jurisdiction_level ?? null,
    livemode: false,
    metadata: {},
    percentage: Number(data.percentage),
    rate_type: 'percentage',
    state: data.state ?? null,
    tax_type: data.tax_type ?? null,
  }
  for (const known of unit.collections.tax_rate.newestFirst()) if (isSame(known, rate)) return known
  return unit.put('tax_rate', rate)
}

function isSame(known: TaxRate, fresh: TaxRate): boolean {
  return JSON.stringify({ ...known, id: '', created: 0 }) === JSON.stringify({ ...fresh, id: '', created: 0 })
}
