import type { HostedInvoice } from '../desk'
import { formatDay } from './dates'
import { type PrintedLine, printedLines } from './lines'
import { formatMoneyInFull, type MoneyDisplay } from './money'
import { billToLines, businessName, senderLines, zoneOf } from './party'
import { type PrintedTotal, printedTotals } from './totals'

export interface Fact {
  label: string
  value: string
}

/** An invoice in words, ready to be set on a page or in the PDF. Nothing here is escaped. */
export interface Sheet {
  business: string
  number: string
  /** "$120.00 due December 1, 2026" and its like. */
  headline: string
  facts: Fact[]
  sender: string[]
  billTo: string[]
  memo: string | null
  lines: PrintedLine[]
  hasTax: boolean
  totals: PrintedTotal[]
  remarks: string[]
  footer: string | null
}

export function sheetOf(hosted: HostedInvoice, display: MoneyDisplay = 'symbol'): Sheet {
  const { invoice } = hosted
  return {
    business: businessName(hosted),
    number: invoice.number ?? '',
    headline: headline(hosted, display),
    facts: facts(hosted),
    sender: senderLines(hosted),
    billTo: billToLines(hosted),
    memo: invoice.description,
    lines: printedLines(hosted, display),
    hasTax: (invoice.total_taxes ?? []).length > 0,
    totals: printedTotals(hosted, display),
    remarks: invoice.customer_tax_exempt === 'reverse' ? ['Tax to be paid on reverse charge basis.'] : [],
    footer: invoice.footer,
  }
}

function headline(hosted: HostedInvoice, display: MoneyDisplay): string {
  const { invoice } = hosted
  const { paid_at, voided_at } = invoice.status_transitions
  const zone = zoneOf(hosted)
  const money = (amountMinor: number) => formatMoneyInFull(amountMinor, invoice.currency, display)
  if (invoice.status === 'paid') return `${money(invoice.amount_paid)} paid${on(paid_at, zone)}`
  if (invoice.status === 'void') return `Void${on(voided_at, zone)}: nothing to pay`
  const due = invoice.due_date === null ? ' due' : ` due ${formatDay(invoice.due_date, zone)}`
  return `${money(invoice.amount_remaining)}${due}`
}

function on(seconds: number | null, zone: string): string {
  return seconds === null ? '' : ` on ${formatDay(seconds, zone)}`
}

function facts(hosted: HostedInvoice): Fact[] {
  const { invoice } = hosted
  const issued = invoice.effective_at ?? invoice.status_transitions.finalized_at ?? invoice.created
  const due =
    invoice.due_date === null
      ? []
      : [{ label: 'Date due', value: formatDay(invoice.due_date, zoneOf(hosted)) }]
  return [
    { label: 'Invoice number', value: invoice.number ?? '' },
    { label: 'Date of issue', value: formatDay(issued, zoneOf(hosted)) },
    ...due,
    ...(invoice.custom_fields ?? []).map(({ name, value }) => ({ label: name, value })),
  ]
}
