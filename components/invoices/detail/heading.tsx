import type { ReactNode } from 'react'
import { StatusBadge } from '@/components/invoices/status-badge'
import { BackLink } from '@/components/ui/back-link'
import { Money } from '@/components/ui/text/money'
import type { InvoiceDetail } from '@/lib/invoices/view'
import { paths } from '@/lib/paths'
import { Standing } from './standing'

type Props = { invoice: InvoiceDetail; today: string; children: ReactNode }

export function Heading({ invoice, today, children }: Props) {
  const { status, number, clientName, currency, totalMinor, amountRemainingMinor } = invoice
  const isOwed = status === 'open' || status === 'uncollectible'
  return (
    <header className="grid gap-4">
      <BackLink href={paths.invoices}>Invoices</BackLink>
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div className="grid min-w-0 gap-1">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="text-title font-strong">{number ? `Invoice ${number}` : 'Draft invoice'}</h1>
            <StatusBadge invoice={invoice} today={today} />
          </div>
          <p className="text-figure font-strong">
            <Money minor={isOwed ? amountRemainingMinor : totalMinor} currency={currency} />
            {isOwed && amountRemainingMinor !== totalMinor && (
              <span className="ml-2 text-body font-normal text-quiet">
                left of <Money minor={totalMinor} currency={currency} />
              </span>
            )}
          </p>
          <p className="text-quiet">
            {clientName && <span className="text-ink">{clientName}</span>}
            {clientName && ' · '}
            <Standing invoice={invoice} today={today} />
          </p>
        </div>
        {children}
      </div>
    </header>
  )
}
