import { paths } from '@/lib/paths'
import { isUuid } from '@/lib/text/uuid'
import type { InvoiceStatus } from './view'

export type InvoiceTab = 'all' | InvoiceStatus | 'overdue'

export const INVOICE_TABS = [
  'all',
  'draft',
  'open',
  'overdue',
  'paid',
  'void',
  'uncollectible',
] as const satisfies readonly InvoiceTab[]

export const SEARCH_MAX = 100

/** What the invoice list shows. It lives in the address. */
export type InvoiceFilter = {
  status: InvoiceTab
  q: string
  /** Only the invoices of one client. */
  client?: string
  /** As `InvoicePage` hands it out; null is the first page. */
  cursor: string | null
}

type Params = URLSearchParams | Record<string, string | string[] | undefined>

/** Reads an address a person may have typed: what makes no sense is left out. */
export function invoiceFilterOf(params: Params): InvoiceFilter {
  const status = INVOICE_TABS.find((tab) => tab === param(params, 'status')) ?? 'all'
  const q = param(params, 'q').trim().slice(0, SEARCH_MAX)
  const client = param(params, 'client')
  return { status, q, cursor: param(params, 'cursor') || null, ...(isUuid(client) && { client }) }
}

/** True when an address asks for nothing but what `invoiceSearch` writes, and for each once. */
export function isInvoiceSearch(params: URLSearchParams) {
  const names = [...params.keys()]
  return names.every((name) => SEARCH_NAMES.has(name)) && new Set(names).size === names.length
}

const SEARCH_NAMES = new Set<string>(['status', 'q', 'client', 'cursor'] satisfies (keyof InvoiceFilter)[])

/** The query string of a filter, defaults left out: empty, or `?status=open&q=acme`. */
export function invoiceSearch({ status, q, client, cursor }: Partial<InvoiceFilter>) {
  const params = new URLSearchParams()
  if (status && status !== 'all') params.set('status', status)
  if (q) params.set('q', q)
  if (client) params.set('client', client)
  if (cursor) params.set('cursor', cursor)
  const text = params.toString()
  return text && `?${text}`
}

export function invoicesUrl(filter: InvoiceFilter) {
  return `${paths.api.invoices}${invoiceSearch(filter)}`
}

/** One value of an address; the first when it is repeated. */
export function param(params: Params, name: string) {
  const value = params instanceof URLSearchParams ? params.get(name) : params[name]
  return (Array.isArray(value) ? value[0] : value) ?? ''
}
