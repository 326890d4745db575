import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getJson } from '@/lib/http/get-json'
import { paths } from '@/lib/paths'
import { type InvoiceFilter, invoicesUrl } from './filter'
import type { InvoiceDetail, InvoiceList } from './view'

export const invoiceKeys = {
  all: ['invoices'],
  lists: ['invoices', 'list'],
  list: (filter: InvoiceFilter) => ['invoices', 'list', filter],
  detail: (id: string) => ['invoices', 'detail', id],
} as const

/** One page of the list with the counts and sums above it. Rows stay while the next page loads. */
export function invoicesQuery(filter: InvoiceFilter) {
  return queryOptions({
    queryKey: invoiceKeys.list(filter),
    queryFn: ({ signal }) => getJson<InvoiceList>(invoicesUrl(filter), signal),
    placeholderData: keepPreviousData,
  })
}

export function invoiceQuery(id: string) {
  return queryOptions({
    queryKey: invoiceKeys.detail(id),
    queryFn: ({ signal }) => getJson<InvoiceDetail>(paths.api.invoice(id), signal),
  })
}
