import type { InvoiceFilter } from '@/lib/invoices/filter'

/** The view of the invoice list that shows one client's. */
export function clientInvoices(client: string): InvoiceFilter {
  return { status: 'all', q: '', client, cursor: null }
}
