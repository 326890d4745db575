'use client'

import { useState } from 'react'
import { ConfirmAction } from '@/components/invoices/actions/confirm-action'
import type { ConfirmedAction } from '@/components/invoices/actions/confirmations'
import { MenuItems } from '@/components/invoices/actions/menu-items'
import { useMenuAction } from '@/components/invoices/actions/use-menu-action'
import { AnchoredMenu } from '@/components/ui/overlays/menu'
import type { InvoiceSummary } from '@/lib/invoices/view'

type Props = { invoice: InvoiceSummary; anchor: HTMLElement; canWrite: boolean; onClose: () => void }

/** Everything that can be done to a row, and the question that follows. */
export default function RowMenu({ invoice, anchor, canWrite, onClose }: Props) {
  const [open, setOpen] = useState(true)
  const [confirming, setConfirming] = useState<ConfirmedAction | null>(null)
  const perform = useMenuAction(invoice.id, setConfirming)

  return (
    <>
      <AnchoredMenu anchor={anchor} open={open} onClose={() => setOpen(false)}>
        <MenuItems invoice={invoice} canWrite={canWrite} onSelect={perform} />
      </AnchoredMenu>
      {confirming && <ConfirmAction action={confirming} invoice={invoice} onClose={onClose} />}
    </>
  )
}
