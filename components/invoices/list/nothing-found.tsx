import { ButtonLink } from '@/components/ui/button-link'
import { buttonStyle } from '@/components/ui/button-style'
import { EmptyState } from '@/components/ui/empty-state'
import type { InvoiceFilter } from '@/lib/invoices/filter'
import { paths } from '@/lib/paths'
import { FilterLink } from './filter-link'
import { TAB_LABELS } from './status-tabs'

type Props = { filter: InvoiceFilter; isFirst: boolean; canWrite: boolean }

/** No rows: because there is no invoice at all, or because of what is asked for. */
export function NothingFound({ filter, isFirst, canWrite }: Props) {
  if (isFirst) return <FirstInvoice canWrite={canWrite} />
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

function FirstInvoice({ canWrite }: Pick<Props, 'canWrite'>) {
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
