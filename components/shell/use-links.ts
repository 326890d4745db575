'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Follows the links of ours without loading the document anew; one listener serves all of them. */
export function useLinks() {
  const router = useRouter()

  // Presses anywhere are only to be heard on the document.
  useEffect(() => {
    function follow(event: MouseEvent) {
      const link = linkOf(event)
      if (!link) return
      event.preventDefault()
      link.closest<HTMLElement>('[popover]')?.hidePopover()
      const href = (link.pathname + link.search + link.hash) as Route
      if (link.dataset.link === 'view') window.history.pushState(null, '', href)
      else router.push(href)
    }

    document.addEventListener('click', follow)
    return () => document.removeEventListener('click', follow)
  }, [router])
}

/** The link that was pressed, unless something else was meant by it, such as a tab of its own. */
function linkOf(event: MouseEvent) {
  const { target, defaultPrevented, altKey, ctrlKey, metaKey, shiftKey } = event
  if (defaultPrevented || altKey || ctrlKey || metaKey || shiftKey || !(target instanceof Element))
    return null
  return target.closest<HTMLAnchorElement>('a[data-link]')
}
