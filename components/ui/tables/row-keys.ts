'use client'

import { type RefObject, useEffect } from 'react'
import { areShortcutsOn, isForShortcuts } from '@/components/ui/hotkeys'

const STEPS: Record<string, 1 | -1> = { j: 1, k: -1 }

/** J and K walk the links of the rows, from wherever the focus is; Enter is the link's own. */
export function useRowKeys(list: RefObject<HTMLElement | null>) {
  // Keys pressed anywhere are only to be heard on the window.
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const step = STEPS[event.key.toLowerCase()]
      if (!step || !areShortcutsOn() || !isForShortcuts(event)) return
      const links = [...(list.current?.querySelectorAll<HTMLElement>('tr a') ?? [])]
      const current = links.findIndex((link) => link.closest('tr')?.contains(document.activeElement))
      links[Math.max(0, current + step)]?.focus()
    }

    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [list])
}
