'use client'

import { useRouter } from 'next/navigation'
import { lazy, Suspense, useEffect, useState } from 'react'
import { areShortcutsOn, isForShortcuts } from '@/components/ui/hotkeys'
import { paths } from '@/lib/paths'
import { DESTINATIONS } from './destinations'

const ShortcutSheet = lazy(() => import('./shortcut-sheet'))

/** How long G waits for the second key. */
const SEQUENCE_MS = 1_000

/** The keys that work on every page. */
export function Shortcuts({ canWrite }: { canWrite: boolean }) {
  const [open, setOpen] = useState(false)
  const router = useRouter()

  // Keys and presses anywhere are only to be heard on the window.
  useEffect(() => {
    let goPressedAt = Number.NEGATIVE_INFINITY

    function onKeyDown(event: KeyboardEvent) {
      if (event.key === '?' && isForShortcuts(event)) return setOpen(true)
      if (!areShortcutsOn() || !isForShortcuts(event)) return
      const key = event.key.toLowerCase()
      const destination = DESTINATIONS.find((one) => one.key === key)
      const follows = event.timeStamp - goPressedAt < SEQUENCE_MS
      goPressedAt = key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY
      if (follows && destination) router.push(destination.href)
      else if (key === 'n' && canWrite) router.push(paths.newInvoice)
      else if (key === '/') focusSearch()
      else return
      event.preventDefault()
    }

    function focusSearch() {
      const search = document.querySelector<HTMLInputElement>('input[type=search]')
      if (search) search.focus()
      else router.push(paths.invoices)
    }

    function onClick({ target }: MouseEvent) {
      if (target instanceof Element && target.closest('[data-shows=shortcuts]')) setOpen(true)
    }

    window.addEventListener('keydown', onKeyDown)
    window.addEventListener('click', onClick)
    return () => {
      window.removeEventListener('keydown', onKeyDown)
      window.removeEventListener('click', onClick)
    }
  }, [router, canWrite])

  return <Suspense>{open && <ShortcutSheet open onOpenChange={setOpen} />}</Suspense>
}
