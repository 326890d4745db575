'use client'

import { useRouter } from 'next/navigation'
import { notify } from '@/components/ui/overlays/toasts'
import { duplicateInvoice } from '@/lib/invoices/actions'
import { paths } from '@/lib/paths'
import type { ConfirmedAction } from './confirmations'
import type { MenuAction } from './menu-actions'
import { copyPayLink } from './pay-link'

/** Does what was chosen; what needs a second look is handed to `confirm`. */
export function useMenuAction(id: string, confirm: (action: ConfirmedAction) => void) {
  const router = useRouter()

  async function duplicate() {
    const result = await duplicateInvoice({ id })
    if (result.ok) router.push(paths.editInvoice(result.value.id))
    else notify(result.message)
  }

  return (action: MenuAction) => {
    if (action === 'edit') router.push(paths.editInvoice(id))
    else if (action === 'copy_link') copyPayLink(id)
    else if (action === 'pdf') window.open(paths.api.pdf(id), '_blank', 'noopener')
    else if (action === 'duplicate') duplicate()
    else confirm(action)
  }
}
