import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { OpenEditor } from '@/components/invoices/edit/open-editor'
import { requireMember } from '@/lib/accounts/auth'
import { readDraft, readInvoice } from '@/lib/invoices/read/queries'
import { paths } from '@/lib/paths'

export const metadata: Metadata = { title: 'Draft invoice' }

export default async function EditInvoicePage({ params }: PageProps<'/invoices/[id]/edit'>) {
  const member = await requireMember()
  const { id } = await params
  const stored = await readDraft(member, id)
  if (stored) return <OpenEditor member={member} stored={stored} />
  // It was sent meanwhile: what is final is shown, not edited.
  if (await readInvoice(member, id)) redirect(paths.invoice(id))
  notFound()
}
