import type { InvoiceSummary } from '@/lib/invoices/view'

type Named = Pick<InvoiceSummary, 'number' | 'clientName'>

/** What people call an invoice in a sentence: its number, or whose draft it is. */
export function invoiceName({ number, clientName }: Named) {
  return number ?? (clientName ? `the draft for ${clientName}` : 'the draft')
}
