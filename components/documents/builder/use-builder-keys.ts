'use client'

import { useEffect, useEffectEvent } from 'react'

type Commands = { save: () => void; review: () => void }

/** Ctrl+S and Ctrl+Enter, wherever the focus is on the page; a dialog keeps its keys to itself. */
export function useBuilderKeys({ save, review }: Commands) {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const { key, target, repeat } = event
    const isInDialog = target instanceof Element && target.closest('[role=dialog]') !== null
    if (!(event.ctrlKey || event.metaKey) || isInDialog) return
    if (key !== 's' && key !== 'Enter') return
    event.preventDefault()
    if (repeat) return
    if (key === 's') save()
    else review()
  })

  // Without a field in focus, only the window hears a key.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
