import { dataFor } from '@/lib/data-route'
import { payLink } from '@/lib/invoices/queries-links'

/** The address of the page where the client pays, to be copied. */
export async function GET(_request: Request, { params }: RouteContext<'/api/invoices/[id]/pay-link'>) {
  const { id } = await params
  return dataFor(async (member) => {
    const url = await payLink(member, id)
    return url === null ? null : { url }
  })
}
