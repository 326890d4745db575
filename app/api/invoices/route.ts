import { dataFor } from '@/lib/data-route'
import { invoiceFilterOf } from '@/lib/invoices/filter'
import { readInvoices } from '@/lib/invoices/queries'

export function GET(request: Request) {
  const filter = invoiceFilterOf(new URL(request.url).searchParams)
  return dataFor((member) => readInvoices(member, filter))
}
