'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode, RefObject } from 'react'
import { cx } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icons/icon'

type Props = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  description?: ReactNode
  children?: ReactNode
  /** Where typing begins. A field that takes the focus by itself would hide who had it before. */
  initialFocus?: RefObject<HTMLElement | null>
  /** The buttons at the foot, the one that acts last. */
  actions?: ReactNode
  className?: string
}

/** Holds the focus while open, closes on Escape, and gives the focus back to what opened it. */
export function Dialog({ open, onOpenChange, title, description, children, ...props }: Props) {
  const { initialFocus, actions, className } = props
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="motion fixed inset-0 z-40 bg-scrim data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          initialFocus={initialFocus}
          className={cx(
            'motion fixed inset-x-4 top-[max(1rem,12vh)] z-50 mx-auto grid max-h-[80dvh] max-w-md gap-4 overflow-y-auto',
            'rounded border bg-float p-5 shadow-float data-ending-style:opacity-0 data-starting-style:scale-98',
            'data-starting-style:opacity-0',
            className,
          )}
        >
          <div className="grid gap-1 pr-8">
            <Base.Title className="text-lead font-strong">{title}</Base.Title>
            {description && <Base.Description className="text-quiet">{description}</Base.Description>}
          </div>
          <Base.Close
            aria-label="Close"
            className="absolute top-4 right-4 grid size-8 place-items-center rounded hover:bg-wash"
          >
            <Icon name="x" />
          </Base.Close>
          {children}
          {actions && <div className="flex flex-wrap justify-end gap-2">{actions}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
