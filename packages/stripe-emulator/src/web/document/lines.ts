import type { HostedInvoice } from '../../admin/admin'
import { formatMoney, formatQuantity, formatUnitPrice, type MoneyDisplay } from '../../money/format'
import { formatDay } from './dates'
import { discountLabel, taxPercentages } from './labels'
import { zoneOf } from './party'

type Line = HostedInvoice['lines'][number]

/** A line as it is printed, on the page and in the PDF. */
export interface PrintedLine {
  description: string
  /** Small print under the description: period and the line's own discounts. */
  notes: string[]
  quantity: string
  unitPrice: string
  tax: string
  amount: string
}

export function printedLines(hosted: HostedInvoice, display: MoneyDisplay): PrintedLine[] {
  return hosted.lines.map((line) => ({
    description: line.description ?? '',
    notes: [...periodNote(line, zoneOf(hosted)), ...discountNotes(line, hosted, display)],
    quantity: line.quantity_decimal === null ? '' : formatQuantity(line.quantity_decimal),
    unitPrice: unitPrice(line, display),
    tax: taxPercentages(hosted, line.taxes),
    amount: formatMoney(line.amount, line.currency, display),
  }))
}

function unitPrice(line: Line, display: MoneyDisplay): string {
  const price = line.pricing?.unit_amount_decimal
  return price ? formatUnitPrice(price, line.currency, display) : ''
}

/** One-off items carry their own date as a period of no length, which says nothing. */
function periodNote({ period }: Line, timeZone: string): string[] {
  if (period.start === period.end) return []
  return [`${formatDay(period.start, timeZone)} – ${formatDay(period.end, timeZone)}`]
}

/** Shares of invoice discounts are listed on the line too; those are shown once, with the totals. */
function discountNotes(line: Line, hosted: HostedInvoice, display: MoneyDisplay): string[] {
  return (line.discount_amounts ?? [])
    .filter(({ discount }) => line.discounts.includes(discount))
    .map(
      ({ amount, discount }) =>
        `${discountLabel(hosted, discount, display)}: ${formatMoney(-amount, line.currency, display)}`,
    )
}
