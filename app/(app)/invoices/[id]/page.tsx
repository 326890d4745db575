import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { InvoiceView } from '@/components/invoices/detail/invoice-view'
import { Hydrated } from '@/components/live/hydrated'
import { can } from '@/lib/access'
import { readAsMember } from '@/lib/accounts/session/auth'
import { invoiceKeys } from '@/lib/invoices/query-options'
import { readInvoice } from '@/lib/invoices/read/queries'

export const metadata: Metadata = { title: 'Invoice' }

export default async function InvoicePage({ params }: PageProps<'/invoices/[id]'>) {
  const { id } = await params
  const [member, invoice] = await readAsMember((tx) => readInvoice(tx, id))
  if (!invoice) notFound()
  return (
    <Hydrated queryKey={invoiceKeys.detail(id)} data={invoice}>
      <InvoiceView
        id={id}
        businessName={member.workspace.name}
        canWrite={can(member, 'invoices.saveDraft')}
      />
    </Hydrated>
  )
}
