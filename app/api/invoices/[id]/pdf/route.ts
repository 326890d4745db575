import { redirectFor } from '@/lib/http/data-route'
import { pdfLink } from '@/lib/invoices/read/links'

/** To the PDF that Stripe made. */
export async function GET(_request: Request, { params }: RouteContext<'/api/invoices/[id]/pdf'>) {
  const { id } = await params
  return redirectFor((member) => pdfLink(member, id))
}
