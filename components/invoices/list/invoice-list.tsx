'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { cx } from '@/components/ui/class-names'
import { Refetch } from '@/components/ui/states/refetch'
import { useToday } from '@/components/ui/text/today'
import { invoicesQuery } from '@/lib/invoices/query-options'
import { Announcement } from './announcement'
import { CurrencySums } from './currency-sums'
import { InvoiceTable } from './invoice-table'
import { ListSkeleton } from './list-skeleton'
import { FirstInvoice, NothingFound } from './nothing-found'
import { Pager } from './pager'
import { SearchBox } from './search-box'
import { StatusTabs } from './status-tabs'
import { useFilter } from './use-filter'

/** The ledger: the page the server read, kept up to date, in the view that the address asks for. */
export function InvoiceList({ canWrite }: { canWrite: boolean }) {
  const filter = useFilter()
  const { data, error, refetch, isFetching, isPlaceholderData } = useQuery(invoicesQuery(filter))
  const list = useLastGood(data)
  const today = useToday()
  if (!list)
    return error ? (
      <Refetch what="invoices" error={error} retry={refetch} isRetrying={isFetching} />
    ) : (
      <ListSkeleton />
    )

  const { rows, overview } = list
  if (overview.counts.all === 0) return <FirstInvoice canWrite={canWrite} />
  return (
    <>
      <CurrencySums sums={overview.sums} />
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap-reverse items-center justify-between gap-x-6 gap-y-3">
          <StatusTabs filter={filter} counts={overview.counts} />
          <SearchBox filter={filter} />
        </div>
        {error && <Refetch what="invoices" error={error} retry={refetch} isRetrying={isFetching} />}
        <div
          className={cx('motion', (isPlaceholderData || !data) && 'opacity-60')}
          aria-busy={isPlaceholderData}
        >
          {rows.length > 0 ? (
            <InvoiceTable rows={rows} today={today} canWrite={canWrite} />
          ) : (
            <NothingFound filter={filter} />
          )}
          <Pager filter={filter} page={list} />
        </div>
      </div>
      <Announcement rows={rows} today={today} />
    </>
  )
}

/** Rows stay on the page while others are fetched, and when that fails. */
function useLastGood<T>(data: T | undefined) {
  const [last, setLast] = useState(data)
  if (data !== undefined && data !== last) setLast(data)
  return data ?? last
}
