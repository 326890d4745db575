'use client'

import { useSyncExternalStore } from 'react'
import { useLocale } from '@/components/ui/text/locale'
import type { StoredDraft } from '@/lib/documents/draft/saving'
import { typedDraft } from '@/lib/documents/draft/typed'
import { Builder } from './builder'
import type { BuilderFacts } from './builder-context'
import { type BilledClient, type KeptDraft, keptDraft, receivedDraft } from './saving/kept-drafts'

type Props = BuilderFacts & { stored: StoredDraft; client: BilledClient | null }

/** Opens a draft where it was left: in this tab a moment ago, before a reload, or on the server. */
export function BuilderPage({ stored, client, ...facts }: Props) {
  const { locale } = useLocale()
  const isNew = stored.version === 0
  const received = useSyncExternalStore(neverChanges, receivedDraft, () => null)
  const start =
    (received?.id === stored.id ? received : null) ?? keptDraft(stored.id, stored.version) ?? fromServer()

  function fromServer(): KeptDraft {
    const typed = typedDraft(stored.draft, locale)
    const savedAt = isNew ? null : stored.updatedAt
    return { id: stored.id, version: stored.version, typed, client, savedAt, isUnsaved: false }
  }

  return <Builder key={start === received ? 'received' : stored.id} start={start} isNew={isNew} {...facts} />
}

function neverChanges() {
  return () => {}
}
