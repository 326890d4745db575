import { dataFor, notUnderstood } from '@/lib/http/data-route'
import { invoiceFilterOf, isInvoiceSearch } from '@/lib/invoices/filter'
import { readInvoices } from '@/lib/invoices/read/queries'

export function GET(request: Request) {
  const { searchParams } = new URL(request.url)
  if (!isInvoiceSearch(searchParams)) return notUnderstood()
  const filter = invoiceFilterOf(searchParams)
  return dataFor((tx, { workspace }) => readInvoices(tx, workspace, filter))
}
