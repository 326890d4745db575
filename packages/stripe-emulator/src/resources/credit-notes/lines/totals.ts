import { type Credit, creditTotal, discountsOf, sum, sumTax, taxesOf } from '../../../money/credit'
import type { Invoice } from '../../invoices/invoice'
import type { CreditNote, NoteLine, NoteTotals } from '../credit-note'

/** A line of a note, with the inclusive tax its amount holds before discounts of the whole invoice. Minor units. */
export interface DraftLine {
  object: NoteLine
  subtotalTaxMinor: number
}

/** Returns what a note comes to, added up from its lines and the shipping it credits. */
export function noteTotals(
  invoice: Invoice,
  lines: DraftLine[],
  shipping: CreditNote['shipping_cost'],
): NoteTotals {
  const credits = lines.map((line) => line.object)
  const discount_amounts = discountsOf(credits)
  const taxes = taxesOf(credits)
  const subtotal = sum(credits.map((credit) => credit.amount - lineDiscounts(credit, invoice)))
  const total = sum(credits.map(creditTotal)) + (shipping?.amount_total ?? 0)
  return {
    amount: total,
    amount_shipping: shipping?.amount_total ?? 0,
    discount_amount: sum(discount_amounts.map((each) => each.amount)),
    discount_amounts,
    pretax_credit_amounts: discount_amounts.map((each) => ({ ...each, type: 'discount' as const })),
    shipping_cost: shipping,
    subtotal,
    subtotal_excluding_tax: subtotal - sum(lines.map((line) => line.subtotalTaxMinor)),
    total,
    total_excluding_tax: total - sumTax(taxes, 'inclusive') - sumTax(taxes, 'exclusive'),
    total_taxes: taxes,
  }
}

/** Returns the discounts of a line that are its own, not the invoice's; in minor units. */
export function lineDiscounts(
  { discount_amounts }: Pick<Credit, 'discount_amounts'>,
  invoice: Invoice,
): number {
  const own = discount_amounts.filter(({ discount }) => !invoice.discounts.includes(discount))
  return sum(own.map((each) => each.amount))
}
