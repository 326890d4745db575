'use client'

import { Combobox as Base } from '@base-ui/react/combobox'
import type { ReactNode } from 'react'
import type { ComboboxOption } from './combobox'

type Props = { status: string | undefined; children: (option: ComboboxOption) => ReactNode }

export function ComboboxPopup({ status, children }: Props) {
  return (
    <Base.Portal>
      <Base.Positioner sideOffset={4} className="z-50 outline-none">
        <Base.Popup className="w-(--anchor-width) max-w-(--available-width) rounded border bg-float shadow-float">
          <Base.Status className="px-3 text-quiet not-empty:py-2">{status}</Base.Status>
          <Base.List className="max-h-[min(var(--available-height),20rem)] overflow-y-auto overscroll-contain p-1 empty:p-0">
            {children}
          </Base.List>
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  )
}
