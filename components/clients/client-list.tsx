'use client'

import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'next/navigation'
import { ButtonLink } from '@/components/ui/button-link'
import { SearchField } from '@/components/ui/forms/search-field'
import { EmptyState } from '@/components/ui/states/empty-state'
import { Refetch } from '@/components/ui/states/refetch'
import { clientsQuery } from '@/lib/clients/query-options'
import { SEARCH_MAX } from '@/lib/invoices/filter'
import { paths } from '@/lib/paths'
import { ClientTable } from './client-table'

/** Everyone who was ever billed, kept up to date. */
export function ClientList({ canWrite }: { canWrite: boolean }) {
  const q = useSearchParams().get('q')?.trim() ?? ''
  const { data, error, refetch, isFetching } = useQuery(clientsQuery(q))
  const rows = data?.rows ?? []
  if (data && rows.length === 0 && q === '') return <FirstClient canWrite={canWrite} />

  return (
    <div className="grid gap-4">
      <SearchField label="Search name or e-mail" value={q} maxLength={SEARCH_MAX} onSearch={seek} />
      {error && <Refetch what="clients" error={error} retry={refetch} isRetrying={isFetching} />}
      {rows.length > 0 && <ClientTable rows={rows} />}
      {data && rows.length === 0 && <EmptyState title={`No client matches “${q}”`} />}
    </div>
  )
}

function seek(text: string) {
  const search = text && `?${new URLSearchParams({ q: text })}`
  window.history.replaceState(null, '', `${paths.clients}${search}`)
}

function FirstClient({ canWrite }: { canWrite: boolean }) {
  return (
    <EmptyState
      title="No clients yet"
      action={
        canWrite && (
          <ButtonLink href={paths.newClient} variant="primary">
            Add the first client
          </ButtonLink>
        )
      }
    >
      A name and an e-mail address are enough. You can also add clients while you write an invoice.
    </EmptyState>
  )
}
