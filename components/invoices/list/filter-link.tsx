import type { Route } from 'next'
import { Link, type LinkProps } from '@/components/ui/link'
import { type InvoiceFilter, invoiceSearch } from '@/lib/invoices/filter'
import { paths } from '@/lib/paths'

type Props = Omit<LinkProps, 'href'> & { filter: Partial<InvoiceFilter> }

/** Another view of the list. Only the rows are fetched: the page around them stays as it is. */
export function FilterLink({ filter, ...props }: Props) {
  return <Link {...props} data-link="view" href={listPath(filter)} />
}

export function listPath(filter: Partial<InvoiceFilter>) {
  return `${paths.invoices}${invoiceSearch(filter)}` as Route
}
