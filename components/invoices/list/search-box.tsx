'use client'

import { SearchField } from '@/components/ui/forms/search-field'
import { type InvoiceFilter, SEARCH_MAX } from '@/lib/invoices/filter'
import { listPath } from './filter-link'

/** A search begins at the first page, and leaves one step in the history however long it was. */
export function SearchBox({ filter: { status, q } }: { filter: InvoiceFilter }) {
  return (
    <SearchField
      label="Search client or number"
      value={q}
      maxLength={SEARCH_MAX}
      onSearch={(text) => window.history.replaceState(null, '', listPath({ status, q: text }))}
    />
  )
}
