import 'server-only'
import { and, eq, isNotNull } from 'drizzle-orm'
import { invoices } from '@/db/schema/invoices'
import { forWorkspace } from '@/db/workspace'
import type { Member } from '@/lib/accounts/member'
import { env } from '@/lib/boot/env'
import { isOurStripe } from '@/lib/invoices/stripe-address'
import { stripeFor } from '@/lib/stripe/stripe-for'
import { isUuid } from '@/lib/text/uuid'

/** Whose invoice, and where it is billed. */
type Reader = Pick<Member, 'workspaceId' | 'workspace'>

/** Where the client pays; null while there is no such page. Stripe changes these addresses, so none is kept. */
export async function payLink(reader: Reader, id: string) {
  return checked((await stripeInvoice(reader, id))?.hosted_invoice_url)
}

/** Where Stripe's PDF of an invoice is; null while there is none. */
export async function pdfLink(reader: Reader, id: string) {
  return checked((await stripeInvoice(reader, id))?.invoice_pdf)
}

async function stripeInvoice({ workspaceId, workspace }: Reader, id: string) {
  if (!isUuid(id)) return null
  const [row] = await forWorkspace(workspaceId, (tx) =>
    tx
      .select({ stripeId: invoices.stripeId })
      .from(invoices)
      .where(and(eq(invoices.id, id), isNotNull(invoices.stripeId))),
  )
  return row?.stripeId ? stripeFor(workspace).retrieveInvoice(row.stripeId) : null
}

function checked(address: string | null | undefined) {
  const { appUrl, STRIPE_API_BASE } = env()
  return address && isOurStripe(address, STRIPE_API_BASE ?? appUrl) ? address : null
}
