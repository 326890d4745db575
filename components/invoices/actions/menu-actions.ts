import type { IconName } from '@/components/ui/icons/icons'
import { allowedActions, type InvoiceAction } from '@/lib/invoices/allowed-actions'
import type { InvoiceSummary } from '@/lib/invoices/view'

export type MenuAction = Exclude<InvoiceAction, 'send' | 'finalize'> | 'duplicate'

export type MenuEntry = {
  action: MenuAction
  label: string
  icon: IconName
  danger?: boolean
  /** Why it cannot be chosen now. */
  reason?: string
}

const LOOKS: Record<MenuAction, [label: string, icon: IconName]> = {
  edit: ['Edit', 'pencil-line'],
  copy_link: ['Copy payment link', 'link'],
  pdf: ['Download PDF', 'file-down'],
  send_again: ['Send again', 'send'],
  duplicate: ['Duplicate', 'copy'],
  mark_paid: ['Mark as paid', 'circle-check'],
  mark_uncollectible: ['Mark uncollectible', 'circle-slash'],
  void: ['Void', 'ban'],
  delete_draft: ['Delete draft', 'trash'],
}

const DRAFT: MenuAction[] = ['edit', 'duplicate', 'copy_link', 'pdf', 'delete_draft']
const FINAL: MenuAction[] = [
  'copy_link',
  'pdf',
  'send_again',
  'duplicate',
  'edit',
  'mark_paid',
  'mark_uncollectible',
  'void',
]
const READING: MenuAction[] = ['copy_link', 'pdf']

/** What a menu offers: what makes sense for such an invoice, with the reason where it is not possible now. */
export function menuEntries(invoice: InvoiceSummary, canWrite: boolean): MenuEntry[] {
  const allowed = allowedActions(invoice)
  const actions = invoice.status === 'draft' ? DRAFT : FINAL
  return actions
    .filter((action) => canWrite || READING.includes(action))
    .map((action) => {
      const [label, icon] = LOOKS[action]
      const answer = action === 'duplicate' ? null : allowed[action]
      return {
        action,
        label,
        icon,
        danger: action === 'void' || action === 'delete_draft',
        ...(answer?.allowed === false && { reason: answer.reason }),
      }
    })
}
