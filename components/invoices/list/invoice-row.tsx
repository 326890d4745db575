'use client'

import { useState } from 'react'
import { Due } from '@/components/invoices/due'
import { StatusBadge } from '@/components/invoices/status-badge'
import { Link } from '@/components/ui/link'
import { rowLink } from '@/components/ui/row-keys'
import { Cell, numeric, Row } from '@/components/ui/table'
import { Money } from '@/components/ui/text/money'
import type { InvoiceSummary } from '@/lib/invoices/view'
import { paths } from '@/lib/paths'
import { type OpenMenu, RowMenuButton } from './row-menu-button'

type Props = { invoice: InvoiceSummary; today: string; onOpenMenu: OpenMenu }

/** A line of the ledger; on a phone, a card. Its link covers all of it. */
export function InvoiceRow({ invoice, today, onOpenMenu }: Props) {
  const [firstSeen] = useState(invoice.updatedAt)
  const { id, number, clientName, currency, totalMinor, updatedAt } = invoice
  return (
    <Row className="group relative max-sm:grid max-sm:grid-cols-[1fr_auto] max-sm:gap-y-1 max-sm:p-3">
      <Cell className="whitespace-nowrap max-sm:order-3 max-sm:p-0">
        {updatedAt !== firstSeen && (
          <span key={updatedAt} className="pointer-events-none absolute inset-0 flash" />
        )}
        <Link href={paths.invoice(id)} {...rowLink}>
          {number ?? <span className="text-quiet">Draft</span>}
        </Link>
      </Cell>
      <Cell className="w-full max-w-0 truncate font-strong max-sm:order-1 max-sm:max-w-none max-sm:p-0 max-sm:text-wrap">
        {clientName ?? <span className="font-normal text-quiet">No client yet</span>}
      </Cell>
      <Cell className="whitespace-nowrap max-sm:order-4 max-sm:justify-self-end max-sm:p-0">
        <StatusBadge invoice={invoice} today={today} />
      </Cell>
      <Cell className="whitespace-nowrap max-sm:order-5 max-sm:p-0">
        <Due invoice={invoice} today={today} />
      </Cell>
      <Cell className={`${numeric} max-sm:order-2 max-sm:p-0 max-sm:pl-4`}>
        <Money minor={totalMinor} currency={currency} />
        <Remaining invoice={invoice} />
      </Cell>
      <Cell className="py-0 pl-0 sm:w-px max-sm:order-6 max-sm:justify-self-end max-sm:p-0">
        <RowMenuButton invoice={invoice} onOpenMenu={onOpenMenu} />
      </Cell>
    </Row>
  )
}

function Remaining({
  invoice: { status, totalMinor, amountRemainingMinor, currency },
}: Pick<Props, 'invoice'>) {
  if (status !== 'open' || amountRemainingMinor === totalMinor) return null
  return (
    <span className="block text-small text-quiet">
      <Money minor={amountRemainingMinor} currency={currency} /> left
    </span>
  )
}
