'use client'

import { Fragment } from 'react'
import { Icon } from '@/components/ui/icons/icon'
import { MenuItem, MenuSeparator } from '@/components/ui/overlays/menu'
import type { InvoiceSummary } from '@/lib/invoices/view'
import { type MenuAction, menuEntries } from './menu-actions'

type Props = { invoice: InvoiceSummary; canWrite: boolean; onSelect: (action: MenuAction) => void }

export function MenuItems({ invoice, canWrite, onSelect }: Props) {
  return menuEntries(invoice, canWrite).map(({ action, label, icon, danger, reason }) => (
    <Fragment key={action}>
      {danger && <MenuSeparator />}
      <MenuItem danger={danger && !reason} reason={reason} onSelect={() => onSelect(action)}>
        <Icon name={icon} />
        {label}
      </MenuItem>
    </Fragment>
  ))
}
