import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { OpenEditor } from '@/components/invoices/edit/open-editor'
import { readAsMember } from '@/lib/accounts/session/auth'
import { readEditable } from '@/lib/invoices/read/queries'
import { paths } from '@/lib/paths'

export const metadata: Metadata = { title: 'Draft invoice' }

export default async function EditInvoicePage({ params }: PageProps<'/invoices/[id]/edit'>) {
  const { id } = await params
  const [member, editable] = await readAsMember((tx) => readEditable(tx, id))
  if (editable === 'final') redirect(paths.invoice(id))
  if (!editable) notFound()
  return <OpenEditor member={member} {...editable} />
}
