'use client'

import { Menu as Base } from '@base-ui/react/menu'
import type { ReactElement, ReactNode } from 'react'
import { cx } from '@/components/ui/class-names'

type MenuProps = { trigger: ReactElement; children: ReactNode; align?: 'start' | 'end' }

export function Menu({ trigger, children, align = 'end' }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Popup align={align}>{children}</Popup>
    </Base.Root>
  )
}

type AnchoredMenuProps = { anchor: HTMLElement; open: boolean; onClose: () => void; children: ReactNode }

/** A menu that many buttons share: it opens where the last of them was pressed, and gives the focus back to it. */
export function AnchoredMenu({ anchor, open, onClose, children }: AnchoredMenuProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => next || onClose()}>
      <Popup align="end" anchor={anchor} finalFocus={() => anchor}>
        {children}
      </Popup>
    </Base.Root>
  )
}

type PopupProps = Pick<Base.Positioner.Props, 'align' | 'anchor'> &
  Pick<Base.Popup.Props, 'children' | 'finalFocus'>

/** Fixed: the page is never wider for a menu that has yet to follow a window that narrowed, or to leave. */
function Popup({ children, finalFocus, ...place }: PopupProps) {
  return (
    <Base.Portal>
      <Base.Positioner {...place} positionMethod="fixed" sideOffset={4} className="z-50 outline-none">
        <Base.Popup
          finalFocus={finalFocus}
          className="motion max-h-(--available-height) min-w-44 overflow-y-auto rounded border bg-float p-1 shadow-float outline-none data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0"
        >
          {children}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  )
}

const ITEM =
  'flex w-full items-center gap-2 rounded px-2 py-1.5 text-left outline-none data-highlighted:bg-wash'

type ItemProps = {
  children: ReactNode
  onSelect: () => void
  danger?: boolean
  /** Why it cannot be chosen; shown under its name. */
  reason?: string | undefined
}

export function MenuItem({ children, onSelect, danger, reason }: ItemProps) {
  return (
    <Base.Item
      disabled={reason !== undefined}
      onClick={onSelect}
      className={cx(ITEM, danger && 'text-red', reason && 'text-quiet')}
    >
      <span className="grid">
        <span className="flex items-center gap-2">{children}</span>
        {reason && <span className="max-w-60 pl-6 text-small">{reason}</span>}
      </span>
    </Base.Item>
  )
}

export function MenuSeparator() {
  return <Base.Separator className="my-1 border-t" />
}
