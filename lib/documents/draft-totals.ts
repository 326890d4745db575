import type { Discount } from '@/lib/invoices/view'
import { currencyRule, isCurrency } from '@/lib/money/currencies'
import { decimalsOf, isDecimal } from '@/lib/money/decimals'
import { minorFromMajor } from '@/lib/money/minor-units'
import type { Draft, DraftDiscount, DraftLine } from './draft'
import { computeTotals, type Totals, type TotalsLine } from './totals'

const NOTHING: TotalsLine = { quantity: '0', unitPrice: '0', taxPercent: null, discount: null }

/** The totals of a draft at any moment: a line that cannot be reckoned yet counts as zero. */
export function draftTotals({ currency, taxBehavior, lines, discount }: Draft): Totals {
  const known = isCurrency(currency)
  return computeTotals({
    currency: known ? currency : 'usd',
    taxBehavior,
    lines: lines.map((line) => (known ? totalsLine(line, currency) : NOTHING)),
    discount: known ? discountFrom(discount, currency) : null,
  })
}

function totalsLine({ quantity, unitPrice, taxPercent, discount }: DraftLine, currency: string): TotalsLine {
  if (!isDecimal(quantity) || !isDecimal(unitPrice)) return NOTHING
  return {
    quantity,
    unitPrice,
    taxPercent: isPercent(taxPercent) ? taxPercent : null,
    discount: discountFrom(discount, currency),
  }
}

/** Null while it is not a number yet. */
export function discountFrom(discount: DraftDiscount | null, currency: string): Discount | null {
  if (!discount || !isDecimal(discount.value)) return null
  const { kind, value } = discount
  if (kind === 'percent') return isPercent(value) ? { kind, percent: value } : null
  if (decimalsOf(value) > currencyRule(currency).decimals) return null
  return { kind, amountMinor: minorFromMajor(value, currency) }
}

function isPercent(text: string) {
  return isDecimal(text) && Number(text) >= 0 && Number(text) <= 100
}
