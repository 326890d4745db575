import { dataFor } from '@/lib/http/data-route'
import { readInvoice } from '@/lib/invoices/read/queries'

export async function GET(_request: Request, { params }: RouteContext<'/api/invoices/[id]'>) {
  const { id } = await params
  return dataFor((tx) => readInvoice(tx, id))
}
