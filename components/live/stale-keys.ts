import { clientKeys } from '@/lib/clients/query-options'
import { invoiceKeys } from '@/lib/invoices/query-options'
import type { LiveChange } from './stream'

type Key = readonly unknown[]

/** The queries that a change makes stale. */
export function staleKeys({ topics, invoiceIds }: LiveChange): Key[] {
  const invoices: Key[] = invoiceIds
    ? [invoiceKeys.lists, ...invoiceIds.map(invoiceKeys.detail)]
    : [invoiceKeys.all]
  return [
    ...(topics.includes('invoices') ? invoices : []),
    ...(topics.includes('clients') ? [clientKeys.all] : []),
  ]
}
