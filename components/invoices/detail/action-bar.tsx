'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ConfirmAction } from '@/components/invoices/actions/confirm-action'
import type { ConfirmedAction } from '@/components/invoices/actions/confirmations'
import { MenuItems } from '@/components/invoices/actions/menu-items'
import { useMenuAction } from '@/components/invoices/actions/use-menu-action'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icons/icon'
import { Menu } from '@/components/ui/overlays/menu'
import type { InvoiceDetail } from '@/lib/invoices/view'
import { paths } from '@/lib/paths'
import { DraftActions } from './draft-actions'
import { FinalActions } from './final-actions'

type Props = { invoice: InvoiceDetail; canWrite: boolean }

/** The likely next steps as buttons, everything else in a menu. */
export function ActionBar({ invoice, canWrite }: Props) {
  const [confirming, setConfirming] = useState<ConfirmedAction | null>(null)
  const perform = useMenuAction(invoice.id, setConfirming)
  const router = useRouter()

  function leaveWhatIsGone() {
    if (confirming === 'delete_draft') router.push(paths.invoices)
  }

  return (
    <div className="flex flex-wrap gap-2">
      {invoice.status === 'draft' ? (
        canWrite && <DraftActions invoice={invoice} />
      ) : (
        <FinalActions invoice={invoice} />
      )}
      <Menu
        trigger={
          <Button aria-label="More actions" className="px-2">
            <Icon name="ellipsis" />
          </Button>
        }
      >
        <MenuItems invoice={invoice} canWrite={canWrite} onSelect={perform} />
      </Menu>
      {confirming && (
        <ConfirmAction
          action={confirming}
          invoice={invoice}
          onClose={() => setConfirming(null)}
          onDone={leaveWhatIsGone}
        />
      )}
    </div>
  )
}
