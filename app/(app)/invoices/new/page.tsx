import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { OpenEditor } from '@/components/invoices/edit/open-editor'
import { requireMember } from '@/lib/accounts/auth'
import { readClient } from '@/lib/clients/queries'
import { isUuid } from '@/lib/ids'
import { param } from '@/lib/invoices/filter'
import { newDraft, newInvoiceId } from '@/lib/invoices/read/new'
import { readDraft, readInvoice } from '@/lib/invoices/read/queries'
import { paths } from '@/lib/paths'

export const metadata: Metadata = { title: 'New invoice' }

/** Its address names the draft from the start, so that a reload or the back button finds what was written. */
export default async function NewInvoicePage({ searchParams }: PageProps<'/invoices/new'>) {
  const member = await requireMember()
  const params = await searchParams
  const [id, clientId] = [param(params, 'draft'), param(params, 'client')]
  if (!isUuid(id)) redirect(paths.newDraft(newInvoiceId(), clientId))

  const stored = await readDraft(member, id)
  if (stored) return <OpenEditor member={member} stored={stored} />
  if (await readInvoice(member, id)) redirect(paths.invoice(id))
  const client = await readClient(member, clientId)
  return <OpenEditor member={member} stored={newDraft(id, member.workspace, client?.id ?? null)} />
}
