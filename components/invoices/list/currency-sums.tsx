import { Money } from '@/components/ui/text/money'
import type { InvoiceTab } from '@/lib/invoices/filter'
import type { CurrencySums as Sums } from '@/lib/invoices/view'
import { FilterLink } from './filter-link'

type Figure = { label: string; tab: InvoiceTab; sum: (sums: Sums) => number }

const FIGURES: Figure[] = [
  { label: 'Outstanding', tab: 'open', sum: ({ outstandingMinor }) => outstandingMinor },
  { label: 'Overdue', tab: 'overdue', sum: ({ overdueMinor }) => overdueMinor },
  { label: 'Paid', tab: 'paid', sum: ({ paidMinor }) => paidMinor },
]

/** What is owed and what came in, in each currency; sums of two currencies are never added up. */
export function CurrencySums({ sums }: { sums: Sums[] }) {
  if (sums.length === 0) return null
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-4 sm:gap-x-12">
      {FIGURES.map(({ label, tab, sum }) => (
        <div key={tab} className="grid content-start">
          <dt>
            <FilterLink filter={{ status: tab }} className="text-quiet hover:text-ink hover:underline">
              {label}
            </FilterLink>
          </dt>
          {sums.map((one) => (
            <dd
              key={one.currency}
              className={sums.length === 1 ? 'text-lead font-strong sm:text-title' : 'font-strong'}
            >
              <Money minor={sum(one)} currency={one.currency} />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
