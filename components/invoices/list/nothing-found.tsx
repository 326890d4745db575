import { ButtonLink } from '@/components/ui/button-link'
import { buttonStyle } from '@/components/ui/button-style'
import { EmptyState } from '@/components/ui/states/empty-state'
import type { InvoiceFilter } from '@/lib/invoices/filter'
import { paths } from '@/lib/paths'
import { FilterLink } from './filter-link'
import { TAB_LABELS } from './status-tabs'

/** No rows for what is asked for. */
export function NothingFound({ filter }: { filter: InvoiceFilter }) {
  return (
    <EmptyState
      title={titleOf(filter)}
      action={
        <FilterLink filter={{}} className={buttonStyle()}>
          Show all invoices
        </FilterLink>
      }
    />
  )
}

/** No invoice at all. */
export function FirstInvoice({ canWrite }: { canWrite: boolean }) {
  return (
    <EmptyState
      title="No invoices yet"
      action={
        canWrite && (
          <ButtonLink href={paths.newInvoice} variant="primary">
            Write the first invoice
          </ButtonLink>
        )
      }
    >
      Say who it is for and what you did. Your client gets an e-mail with a link to pay, and this page shows
      when they have.
    </EmptyState>
  )
}

function titleOf({ status, q, cursor }: InvoiceFilter) {
  if (cursor) return 'There is nothing on this page'
  const which = status === 'all' ? 'invoice' : `${TAB_LABELS[status].toLowerCase()} invoice`
  return q ? `No ${which} matches “${q}”` : `No ${which}`
}
