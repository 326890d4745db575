import type { HostedInvoice } from '../../admin/admin'
import { formatMoneyInFull } from '../../money/format'

/** What the page of an invoice is about. A draft has no page. */
export type PageState = 'open' | 'partly_paid' | 'processing' | 'paid' | 'void' | 'uncollectible'

export const STATE_LABEL: Record<PageState, string> = {
  open: 'Open',
  partly_paid: 'Partly paid',
  processing: 'Processing',
  paid: 'Paid',
  void: 'Void',
  uncollectible: 'Closed',
}

export function stateOf({ invoice, processing }: HostedInvoice): PageState {
  if (invoice.status === 'paid' || invoice.status === 'void' || invoice.status === 'uncollectible')
    return invoice.status
  if (processing) return 'processing'
  return invoice.amount_paid > 0 ? 'partly_paid' : 'open'
}

export function isPayable(hosted: HostedInvoice): boolean {
  const state = stateOf(hosted)
  return state === 'open' || state === 'partly_paid'
}

export function owedMoney({ invoice }: HostedInvoice): string {
  return formatMoneyInFull(invoice.amount_remaining, invoice.currency)
}
