import type { CurrencySums, InvoiceCounts, InvoiceOverview, InvoiceStatus } from '@/lib/invoices/view'

export type StatusTotal = {
  status: InvoiceStatus
  currency: string
  count: number
  totalMinor: number
  paidMinor: number
  remainingMinor: number
}

export type OverdueTotal = { currency: string; count: number; remainingMinor: number }

const NO_COUNTS: InvoiceCounts = {
  all: 0,
  draft: 0,
  open: 0,
  overdue: 0,
  paid: 0,
  void: 0,
  uncollectible: 0,
}

/** What stands above the list: how many of each kind, and how much in each currency. */
export function overviewOf(totals: StatusTotal[], overdue: OverdueTotal[]): InvoiceOverview {
  const counts = { ...NO_COUNTS }
  for (const { status, count } of totals) {
    counts[status] += count
    counts.all += count
  }
  for (const { count } of overdue) counts.overdue += count
  const currencies = [
    ...new Set(totals.filter(({ count }) => count > 0).map(({ currency }) => currency)),
  ].sort()
  return { counts, sums: currencies.map((currency) => sumsOf(currency, totals, overdue)) }
}

function sumsOf(currency: string, totals: StatusTotal[], overdue: OverdueTotal[]): CurrencySums {
  const sums = { currency, draftMinor: 0, outstandingMinor: 0, overdueMinor: 0, paidMinor: 0 }
  for (const row of totals.filter((total) => total.currency === currency)) {
    if (row.status === 'draft') sums.draftMinor += row.totalMinor
    // Stripe keeps a remaining amount on void and uncollectible invoices too; only an open one is owed.
    if (row.status === 'open') sums.outstandingMinor += row.remainingMinor
    sums.paidMinor += row.paidMinor
  }
  sums.overdueMinor = overdue.find((total) => total.currency === currency)?.remainingMinor ?? 0
  return sums
}
