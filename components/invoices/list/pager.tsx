import { buttonStyle } from '@/components/ui/button-style'
import type { InvoiceFilter } from '@/lib/invoices/filter'
import type { InvoicePage } from '@/lib/invoices/view'
import { FilterLink } from './filter-link'

type Props = { filter: InvoiceFilter; page: Pick<InvoicePage, 'next' | 'previous'> }

export function Pager({ filter, page: { next, previous } }: Props) {
  if (!next && !previous) return null
  return (
    <nav aria-label="Pages" className="flex justify-end gap-2 pt-4">
      {previous && (
        <FilterLink filter={{ ...filter, cursor: previous }} rel="prev" className={buttonStyle()}>
          Newer
        </FilterLink>
      )}
      {next && (
        <FilterLink filter={{ ...filter, cursor: next }} rel="next" className={buttonStyle()}>
          Older
        </FilterLink>
      )}
    </nav>
  )
}
