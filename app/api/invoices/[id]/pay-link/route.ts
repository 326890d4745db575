import { answerFor } from '@/lib/http/data-route'
import { payLink } from '@/lib/invoices/read/links'

/** The address of the page where the client pays, to be copied. */
export async function GET(_request: Request, { params }: RouteContext<'/api/invoices/[id]/pay-link'>) {
  const { id } = await params
  return answerFor(async (member) => {
    const url = await payLink(member, id)
    return url === null ? null : { url }
  })
}
