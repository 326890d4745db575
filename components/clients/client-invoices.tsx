'use client'

import { useQuery } from '@tanstack/react-query'
import { listPath } from '@/components/invoices/list/filter-link'
import { InvoiceTable } from '@/components/invoices/list/invoice-table'
import { Link } from '@/components/ui/link'
import { Refetch } from '@/components/ui/states/refetch'
import { useToday } from '@/components/ui/text/today'
import { clientInvoices } from '@/lib/clients/invoices'
import { invoicesQuery } from '@/lib/invoices/query-options'

type Props = { clientId: string; canWrite: boolean }

/** What this client was billed, the newest first. */
export function ClientInvoices({ clientId, canWrite }: Props) {
  const filter = clientInvoices(clientId)
  const { data, error, refetch, isFetching } = useQuery(invoicesQuery(filter))
  const today = useToday()
  const rows = data?.rows ?? []
  return (
    <>
      {error && <Refetch what="invoices" error={error} retry={refetch} isRetrying={isFetching} />}
      {data && rows.length === 0 && <p className="text-quiet">Nothing was billed yet.</p>}
      {rows.length > 0 && <InvoiceTable rows={rows} today={today} canWrite={canWrite} />}
      {data?.next && (
        <Link href={listPath(filter)} className="text-accent underline">
          All invoices of this client
        </Link>
      )}
    </>
  )
}
