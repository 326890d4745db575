import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { OpenEditor } from '@/components/invoices/edit/open-editor'
import { readAsMember } from '@/lib/accounts/session/auth'
import { readClient } from '@/lib/clients/queries'
import { param } from '@/lib/invoices/filter'
import { newDraft, newInvoiceId } from '@/lib/invoices/read/new'
import { readEditable } from '@/lib/invoices/read/queries'
import { paths } from '@/lib/paths'
import { isUuid } from '@/lib/text/uuid'

export const metadata: Metadata = { title: 'New invoice' }

/** Its address names the draft from the start, so that a reload or the back button finds what was written. */
export default async function NewInvoicePage({ searchParams }: PageProps<'/invoices/new'>) {
  const params = await searchParams
  const [id, clientId] = [param(params, 'draft'), param(params, 'client')]
  if (!isUuid(id)) redirect(paths.newDraft(newInvoiceId(), clientId))

  const [member, editable] = await readAsMember(async (tx, { workspace }) => {
    const [kept, client] = await Promise.all([readEditable(tx, id), readClient(tx, clientId)])
    return kept ?? { stored: newDraft(id, workspace, client?.id ?? null), client }
  })
  if (editable === 'final') redirect(paths.invoice(id))
  return <OpenEditor member={member} {...editable} />
}
