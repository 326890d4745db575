'use client'

import { useState } from 'react'
import { Due } from '@/components/invoices/due'
import { invoiceName } from '@/components/invoices/invoice-name'
import { StatusBadge } from '@/components/invoices/status-badge'
import { Link } from '@/components/ui/link'
import { Money } from '@/components/ui/text/money'
import type { InvoiceSummary } from '@/lib/invoices/view'
import { paths } from '@/lib/paths'

export type OpenMenu = (invoice: InvoiceSummary, anchor: HTMLElement) => void

type Props = { invoice: InvoiceSummary; today: string; onOpenMenu: OpenMenu }

/** A row of the list; on a phone, a card. Its looks are the table's, in `invoice-table.css`. */
export function InvoiceRow({ invoice, today, onOpenMenu }: Props) {
  const [firstSeen] = useState(invoice.updatedAt)
  const { id, number, clientName, currency, totalMinor, updatedAt } = invoice
  return (
    <tr>
      <td>
        {updatedAt !== firstSeen && <span key={updatedAt} className="flash" />}
        <Link href={paths.invoice(id)}>{number ?? <span className="text-quiet">Draft</span>}</Link>
      </td>
      <td>{clientName ?? <span className="font-normal text-quiet">No client yet</span>}</td>
      <td>
        <StatusBadge invoice={invoice} today={today} />
      </td>
      <td>
        <Due invoice={invoice} today={today} />
      </td>
      <td>
        <Money minor={totalMinor} currency={currency} />
        <Remaining invoice={invoice} />
      </td>
      <td>
        <button
          type="button"
          className="icon-before icon-ellipsis"
          aria-haspopup="menu"
          aria-label={`Actions for ${invoiceName(invoice)}`}
          onClick={(event) => onOpenMenu(invoice, event.currentTarget)}
        />
      </td>
    </tr>
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
