'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { cx } from '@/components/ui/class-names'
import { paths } from '@/lib/paths'
import { refresher } from './refresher'
import { staleKeys } from './stale-keys'
import { followChanges, type LiveState } from './stream'

const STATES = {
  connecting: { label: 'Connecting', dot: 'bg-edge', shown: false },
  connected: { label: 'Live', dot: 'bg-accent', shown: false },
  reconnecting: { label: 'Reconnecting', dot: 'bg-amber animate-pulse', shown: true },
  offline: { label: 'Offline', dot: 'bg-red', shown: true },
} as const satisfies Record<LiveState, unknown>

/** Keeps every page up to date, and says whether it does. */
export function LiveStatus() {
  const [state, setState] = useState<LiveState>('connecting')
  const queries = useQueryClient()
  const router = useRouter()

  // The stream stands outside React: it opens with the page and closes with it.
  useEffect(() => {
    const refresh = refresher((queryKey) => queries.invalidateQueries({ queryKey }))
    return followChanges({
      url: paths.api.live,
      onState: setState,
      onCatchUp: () => refresh([]),
      onChange(change) {
        for (const queryKey of staleKeys(change)) refresh(queryKey)
        if (change.topics.includes('workspace')) router.refresh()
      },
    })
  }, [queries, router])

  const { label, dot, shown } = STATES[state]
  return (
    <span role="status" title={label} className="flex items-center gap-1.5 text-small text-quiet">
      <span className={cx('motion size-2 rounded-full', dot)} />
      <span className={shown ? 'max-sm:sr-only' : 'sr-only'}>{label}</span>
    </span>
  )
}
