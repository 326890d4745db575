import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ClientView } from '@/components/clients/client-view'
import { Hydrated } from '@/components/live/hydrated'
import { can } from '@/lib/access'
import { requireMember } from '@/lib/accounts/auth'
import { clientChoices } from '@/lib/clients/choices'
import { clientInvoices } from '@/lib/clients/invoices'
import { readClient } from '@/lib/clients/queries'
import { invoiceKeys } from '@/lib/invoices/query-options'
import { readInvoices } from '@/lib/invoices/read/queries'

export const metadata: Metadata = { title: 'Client' }

export default async function ClientPage({ params }: PageProps<'/clients/[id]'>) {
  const member = await requireMember()
  const { id } = await params
  const client = await readClient(member, id)
  if (!client) notFound()
  const filter = clientInvoices(id)
  return (
    <Hydrated queryKey={invoiceKeys.list(filter)} data={await readInvoices(member, filter)}>
      <ClientView client={client} choices={clientChoices()} canWrite={can(member, 'clients.update')} />
    </Hydrated>
  )
}
