import type Stripe from 'stripe'
import type { Tax, TaxTerms } from '../../../money/taxes'
import { computeTotals, type DiscountAmount, type LineInput } from '../../../money/totals'
import type { UnitOfWork } from '../../../state/unit-of-work'
import { MANUAL_TAXABILITY_REASON } from '../../../unconfirmed'
import type { Wire } from '../../../wire/wire'
import { discountTerms } from '../../catalog/coupons/discount'
import { itemIdOf, type Line } from '../../items/line'
import type { Invoice } from '../invoice'
import { refuseBesideAutomaticTax } from '../terms/automatic-tax'

/** Works out a draft's discounts, taxes and totals from its lines, and writes them on both. */
export function recalculate(unit: UnitOfWork, invoice: Invoice): Invoice {
  const lines = unit.collections.line_item.inGroup(invoice.id)
  const inputs = lines.map((line) => lineInput(unit, line, invoice))
  const hasRates = inputs.some((input) => input.taxRates.length > 0) || invoice.default_tax_rates.length > 0
  refuseBesideAutomaticTax(unit, invoice, lines, hasRates)
  const totals = computeTotals(
    inputs,
    invoice.discounts.map((id) => discountTerms(unit, id)),
    invoice.shipping_cost?.amount_total,
  )
  lines.forEach((line, index) => {
    const { discountAmounts = [], taxes = [] } = totals.lines[index] ?? {}
    unit.put('line_item', {
      ...line,
      discount_amounts: discountAmounts.map(toDiscountAmount),
      pretax_credit_amounts: discountAmounts.map(toPretaxCredit),
      taxes: taxes.map(toTax),
    })
  })
  return unit.put('invoice', {
    ...invoice,
    subtotal: totals.subtotalMinor,
    subtotal_excluding_tax: totals.subtotalExcludingTaxMinor,
    total: totals.totalMinor,
    total_excluding_tax: totals.totalExcludingTaxMinor,
    total_discount_amounts: totals.discountAmounts.map(toDiscountAmount),
    total_pretax_credit_amounts: totals.discountAmounts.map(toPretaxCredit),
    total_taxes: totals.taxes.map(toTax),
  })
}

function lineInput(unit: UnitOfWork, line: Line, invoice: Invoice): LineInput {
  const fixed = unit.get('line_taxes', line.id)?.taxes
  return {
    amountMinor: line.amount,
    discountable: line.discountable,
    product: line.pricing?.price_details?.product ?? null,
    discounts: line.discounts.map((id) => discountTerms(unit, id)),
    taxRates: ratesOf(unit, line, invoice).map(taxTerms),
    ...(fixed ? { fixedTaxes: fixed.map(fixedTax) } : {}),
  }
}

/** The rates of a line are its item's own, or else the invoice's. */
function ratesOf(unit: UnitOfWork, line: Line, invoice: Invoice): Wire<Stripe.TaxRate>[] {
  const subscribed = line.parent?.subscription_item_details?.subscription_item ?? ''
  const own =
    unit.get('invoiceitem', itemIdOf(line))?.tax_rates ??
    unit.get('subscription_item', subscribed)?.tax_rates ??
    []
  return own.length > 0 ? own : invoice.default_tax_rates
}

function taxTerms({ id, percentage, inclusive }: Wire<Stripe.TaxRate>): TaxTerms {
  return { id, percentage, inclusive }
}

function fixedTax(tax: Wire<Stripe.InvoiceLineItem.Tax>): Tax {
  return {
    rate: tax.tax_rate_details?.tax_rate ?? '',
    inclusive: tax.tax_behavior === 'inclusive',
    amountMinor: tax.amount,
    taxableMinor: tax.taxable_amount ?? 0,
    reason: tax.taxability_reason,
  }
}

function toDiscountAmount({ discount, amountMinor }: DiscountAmount) {
  return { amount: amountMinor, discount }
}

function toPretaxCredit({ discount, amountMinor }: DiscountAmount) {
  return { amount: amountMinor, discount, type: 'discount' } as const
}

function toTax(tax: Tax): Wire<Stripe.InvoiceLineItem.Tax> {
  return {
    amount: tax.amountMinor,
    tax_behavior: tax.inclusive ? 'inclusive' : 'exclusive',
    tax_rate_details: { tax_rate: tax.rate },
    taxability_reason: tax.reason ?? MANUAL_TAXABILITY_REASON,
    taxable_amount: tax.taxableMinor,
    type: 'tax_rate_details',
  }
}
