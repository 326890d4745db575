'use client'

import { cx } from '@/components/ui/class-names'
import { INVOICE_TABS, type InvoiceFilter, type InvoiceTab } from '@/lib/invoices/filter'
import type { InvoiceCounts } from '@/lib/invoices/view'
import { FilterLink } from './filter-link'

export const TAB_LABELS: Record<InvoiceTab, string> = {
  all: 'All',
  draft: 'Draft',
  open: 'Open',
  overdue: 'Overdue',
  paid: 'Paid',
  void: 'Void',
  uncollectible: 'Uncollectible',
}

type Props = { filter: InvoiceFilter; counts: InvoiceCounts }

export function StatusTabs({ filter, counts }: Props) {
  return (
    <nav aria-label="Status" className="-mx-3 flex min-w-0 overflow-x-auto [scrollbar-width:none]">
      {INVOICE_TABS.map((tab) => {
        const isHere = tab === filter.status
        return (
          <FilterLink
            key={tab}
            filter={{ status: tab, q: filter.q }}
            aria-current={isHere ? 'page' : undefined}
            className={cx(
              'motion flex shrink-0 items-center gap-1.5 border-b-2 px-3 py-2 -outline-offset-2 pointer-coarse:py-3',
              isHere ? 'border-accent font-strong' : 'border-transparent text-quiet hover:text-ink',
            )}
          >
            {TAB_LABELS[tab]}
            <span className="text-small font-normal text-quiet tabular-nums">{counts[tab]}</span>
          </FilterLink>
        )
      })}
    </nav>
  )
}
