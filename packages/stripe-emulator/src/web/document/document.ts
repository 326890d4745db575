import type { HostedInvoice } from '../../admin/admin'
import { formatMoneyInFull, type MoneyDisplay } from '../../money/format'
import { formatDay } from './dates'
import { creditRows, type HistoryRow, paymentRows } from './history'
import { type PrintedLine, printedLines } from './lines'
import { businessName, type Party, partiesOf, zoneOf } from './party'
import { type PrintedTotal, printedTotals } from './totals'

export interface Fact {
  label: string
  value: string
}

/** An invoice or a credit note in words, ready to be set on a page or in the PDF. Nothing here is escaped. */
export interface PrintedDocument {
  title: 'Invoice' | 'Credit note'
  business: string
  number: string
  /** "$120.00 due December 1, 2026" and its like. */
  headline: string
  facts: Fact[]
  parties: Party[]
  memo: string | null
  lines: PrintedLine[]
  hasTax: boolean
  totals: PrintedTotal[]
  payments: HistoryRow[]
  credits: HistoryRow[]
  remarks: string[]
  footer: string | null
}

export function documentOf(hosted: HostedInvoice, display: MoneyDisplay = 'symbol'): PrintedDocument {
  const { invoice } = hosted
  return {
    title: 'Invoice',
    business: businessName(hosted),
    number: invoice.number ?? '',
    headline: headline(hosted, display),
    facts: facts(hosted),
    parties: partiesOf(hosted),
    memo: invoice.description,
    lines: printedLines(hosted, display),
    hasTax: (invoice.total_taxes ?? []).length > 0,
    totals: printedTotals(hosted, display),
    payments: paymentRows(hosted, display),
    credits: creditRows(hosted, display),
    remarks: remarksOf(invoice),
    footer: invoice.footer,
  }
}

export function remarksOf(invoice: HostedInvoice['invoice']): string[] {
  if (invoice.customer_tax_exempt === 'reverse')
    return ['Reverse charge: tax to be paid on reverse charge basis.']
  return invoice.customer_tax_exempt === 'exempt' ? ['Tax exempt.'] : []
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

export function on(seconds: number | null, zone: string): string {
  return seconds === null ? '' : ` on ${formatDay(seconds, zone)}`
}

function facts(hosted: HostedInvoice): Fact[] {
  const { invoice } = hosted
  const zone = zoneOf(hosted)
  const { finalized_at, paid_at } = invoice.status_transitions
  const issued = invoice.effective_at ?? finalized_at ?? invoice.created
  return [
    { label: 'Invoice number', value: invoice.number ?? '' },
    { label: 'Date of issue', value: formatDay(issued, zone) },
    ...day('Date due', invoice.due_date, zone),
    ...day('Date paid', invoice.status === 'paid' ? paid_at : null, zone),
    ...(invoice.custom_fields ?? []).map(({ name, value }) => ({ label: name, value })),
  ]
}

function day(label: string, seconds: number | null, zone: string): Fact[] {
  return seconds === null ? [] : [{ label, value: formatDay(seconds, zone) }]
}
