import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ClientView } from '@/components/clients/client-view'
import { Hydrated } from '@/components/live/hydrated'
import { can } from '@/lib/access'
import { readAsMember } from '@/lib/accounts/session/auth'
import { clientChoices } from '@/lib/clients/choices'
import { clientInvoices } from '@/lib/clients/invoices'
import { readClient } from '@/lib/clients/queries'
import { invoiceKeys } from '@/lib/invoices/query-options'
import { readInvoices } from '@/lib/invoices/read/queries'
import { isUuid } from '@/lib/text/uuid'

export const metadata: Metadata = { title: 'Client' }

export default async function ClientPage({ params }: PageProps<'/clients/[id]'>) {
  const { id } = await params
  const filter = clientInvoices(id)
  const [member, [client, list]] = await readAsMember((tx, { workspace }) =>
    Promise.all([readClient(tx, id), isUuid(id) ? readInvoices(tx, workspace, filter) : null]),
  )
  if (!client || !list) notFound()
  return (
    <Hydrated queryKey={invoiceKeys.list(filter)} data={list}>
      <ClientView client={client} choices={clientChoices()} canWrite={can(member, 'clients.update')} />
    </Hydrated>
  )
}
