import type { Metadata } from 'next'
import { ClientList } from '@/components/clients/client-list'
import { Hydrated } from '@/components/live/hydrated'
import { ButtonLink } from '@/components/ui/button-link'
import { can } from '@/lib/access'
import { readAsMember } from '@/lib/accounts/session/auth'
import { readClients } from '@/lib/clients/queries'
import { clientKeys } from '@/lib/clients/query-options'
import { param } from '@/lib/invoices/filter'
import { paths } from '@/lib/paths'

export const metadata: Metadata = { title: 'Clients' }

export default async function ClientsPage({ searchParams }: PageProps<'/clients'>) {
  const q = param(await searchParams, 'q').trim()
  const [member, list] = await readAsMember((tx) => readClients(tx, q))
  const canWrite = can(member, 'clients.create')
  return (
    <div className="grid gap-6">
      <div className="flex items-center justify-between gap-4">
        <h1 className="text-title font-strong">Clients</h1>
        {canWrite && <ButtonLink href={paths.newClient}>New client</ButtonLink>}
      </div>
      <Hydrated queryKey={clientKeys.list(q)} data={list}>
        <ClientList canWrite={canWrite} />
      </Hydrated>
    </div>
  )
}
