'use client'

import { invoiceName } from '@/components/invoices/invoice-name'
import { Icon } from '@/components/ui/icon'
import type { InvoiceSummary } from '@/lib/invoices/view'

export type OpenMenu = (invoice: InvoiceSummary, anchor: HTMLElement) => void

type Props = { invoice: InvoiceSummary; onOpenMenu: OpenMenu }

/** One menu serves all rows: a button only says where it opens. Shown when the row is looked at, and on touch screens. */
export function RowMenuButton({ invoice, onOpenMenu }: Props) {
  return (
    <button
      type="button"
      aria-haspopup="menu"
      onClick={(event) => onOpenMenu(invoice, event.currentTarget)}
      className="relative motion grid size-8 place-items-center rounded opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 hover:bg-wash focus-visible:opacity-100 pointer-coarse:size-11 pointer-coarse:opacity-100"
    >
      <Icon name="ellipsis" />
      <span className="sr-only">Actions for {invoiceName(invoice)}</span>
    </button>
  )
}
