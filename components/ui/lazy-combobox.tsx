'use client'

import { lazy, Suspense, startTransition, useState } from 'react'
import { ClosedCombobox } from './closed-combobox'
import type { ComboboxProps } from './combobox'

const Combobox = lazy(() => import('./combobox'))

/** A combobox whose list is loaded when it is first asked for. Until it is there, a field takes what is typed. */
export function LazyCombobox(props: ComboboxProps) {
  const [openedBy, setOpenedBy] = useState<ComboboxProps['openedBy']>()
  const [hasFocus, setFocus] = useState(false)

  // As a transition, so that the field stays until all is there.
  function open(how: 'key' | 'pointer') {
    startTransition(() => setOpenedBy(how))
  }

  return (
    <Suspense>
      {openedBy ? (
        <Combobox {...props} autoFocus={hasFocus} openedBy={hasFocus ? openedBy : undefined} />
      ) : (
        <ClosedCombobox {...props} onFocusChange={setFocus} onOpen={open} />
      )}
    </Suspense>
  )
}
