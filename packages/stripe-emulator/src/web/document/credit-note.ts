import type { HostedCreditNote } from '../../admin/admin'
import {
  formatMoney,
  formatMoneyInFull,
  formatQuantity,
  formatUnitPrice,
  type MoneyDisplay,
} from '../../money/format'
import { formatDay } from './dates'
import { on, type PrintedDocument, remarksOf } from './document'
import { discountLabel, taxPercentages } from './labels'
import type { PrintedLine } from './lines'
import { businessName, partiesOf, zoneOf } from './party'
import { priceRows, printRows, type TotalRow, unlessZero } from './totals'

type Note = HostedCreditNote['note']

const REASONS: Record<string, string> = {
  duplicate: 'Duplicate',
  fraudulent: 'Fraudulent',
  order_change: 'Order change',
  product_unsatisfactory: 'Product unsatisfactory',
}

/** Puts a credit note into words, in the same form as the invoice it corrects. */
export function creditNoteDocumentOf(
  hosted: HostedCreditNote,
  display: MoneyDisplay = 'symbol',
): PrintedDocument {
  const { invoice, note } = hosted
  return {
    title: 'Credit note',
    business: businessName(hosted),
    number: note.number,
    headline: headline(hosted, display),
    facts: [
      { label: 'Credit note number', value: note.number },
      { label: 'Invoice number', value: invoice.number ?? '' },
      { label: 'Date of issue', value: formatDay(issuedAt(note), zoneOf(hosted)) },
      ...(note.reason ? [{ label: 'Reason', value: REASONS[note.reason] ?? note.reason }] : []),
    ],
    parties: partiesOf(hosted).filter(({ heading }) => heading !== 'Ship to'),
    memo: note.memo,
    lines: hosted.noteLines.map((line) => printedLine(hosted, line, display)),
    hasTax: (note.total_taxes ?? []).length > 0,
    totals: printRows([...priceRows(hosted, note, display), ...wayRows(hosted)], note.currency, display),
    payments: [],
    credits: [],
    remarks: remarksOf(invoice),
    footer: invoice.footer,
  }
}

export function issuedAt({ effective_at, created }: Note): number {
  return effective_at ?? created
}

function headline(hosted: HostedCreditNote, display: MoneyDisplay): string {
  const { note } = hosted
  const zone = zoneOf(hosted)
  if (note.status === 'void') return `Void${on(note.voided_at, zone)}: nothing is credited`
  return `${formatMoneyInFull(note.total, note.currency, display)} credited${on(issuedAt(note), zone)}`
}

function printedLine(
  hosted: HostedCreditNote,
  line: HostedCreditNote['noteLines'][number],
  display: MoneyDisplay,
): PrintedLine {
  const { currency, discount_amounts } = hosted.note
  const shared = new Set(discount_amounts.map(({ discount }) => discount))
  const own = line.discount_amounts.filter(
    ({ discount }) => !(shared.has(discount) && hosted.invoice.discounts.includes(discount)),
  )
  return {
    description: line.description ?? 'Credit',
    notes: own.map(
      ({ amount, discount }) =>
        `${discountLabel(hosted, discount, display)}: ${formatMoney(-amount, currency, display)}`,
    ),
    quantity: line.quantity === null ? '' : formatQuantity(line.quantity),
    unitPrice:
      line.unit_amount_decimal === null ? '' : formatUnitPrice(line.unit_amount_decimal, currency, display),
    tax: taxPercentages(hosted, line.taxes),
    amount: formatMoney(line.amount, currency, display),
  }
}

/** The total, and where it went: off the invoice first, then back to the client by one way or another. */
function wayRows({ note, invoice }: HostedCreditNote): TotalRow[] {
  const refunded = note.refunds.reduce((sum, refund) => sum + refund.amount_refunded, 0)
  const outside = note.out_of_band_amount ?? 0
  return [
    { label: 'Total credit', amountMinor: note.total, isStrong: true },
    ...unlessZero(`Taken off invoice ${invoice.number}`, note.pre_payment_amount),
    ...unlessZero('Refunded', refunded),
    ...unlessZero('Returned outside Stripe', outside),
    ...unlessZero('Credited to your balance', note.post_payment_amount - refunded - outside),
  ]
}
