import { redirectFor } from '@/lib/http/data-route'
import { payLink } from '@/lib/invoices/read/links'

/** To the page where the client pays. */
export async function GET(_request: Request, { params }: RouteContext<'/api/invoices/[id]/pay'>) {
  const { id } = await params
  return redirectFor((member) => payLink(member, id))
}
