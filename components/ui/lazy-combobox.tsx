'use client'

import { lazy, Suspense, startTransition, useState } from 'react'
import { ClosedCombobox } from './closed-combobox'
import type { ComboboxProps } from './combobox'

const Combobox = lazy(() => import('./combobox'))

/** A combobox whose list is loaded when it is first asked for. Until it is there, a field takes what is typed. */
export function LazyCombobox(props: ComboboxProps) {
  const [isWanted, setWanted] = useState(false)
  const [hasFocus, setFocus] = useState(false)

  // As a transition, so that the field stays until all is there.
  function open() {
    startTransition(() => setWanted(true))
  }

  return (
    <Suspense>
      {isWanted ? (
        <Combobox {...props} autoFocus={hasFocus} defaultOpen={hasFocus} />
      ) : (
        <ClosedCombobox {...props} onFocusChange={setFocus} onOpen={open} />
      )}
    </Suspense>
  )
}
