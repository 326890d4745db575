'use client'

import type { Route } from 'next'
import { createContext, useContext } from 'react'
import type { SendContext } from '@/lib/documents/checks/sendable'
import type { Draft } from '@/lib/documents/draft/draft'
import type { SaveDraft } from '@/lib/documents/draft/saving'
import type { Issue } from '@/lib/issues'

/** The kind of document that is edited: what it is called, how it is kept, and what comes after. */
export type DocumentKind = {
  words: {
    /** What stands at the head of the paper, such as `Invoice`. */
    title: string
    newTitle: string
    draftTitle: string
    /** What stands in the place of the number. */
    unnumbered: string
    /** What the button that leads on says. */
    next: string
  }
  save: SaveDraft
  /** Everything that keeps the draft from going on. */
  check: (draft: Draft, context: SendContext) => Issue[]
  editPath: (id: string) => Route
  nextPath: (id: string) => Route
}

/** What the fields of the builder need besides the form. */
export type BuilderFacts = {
  kind: DocumentKind
  /** The calendar date of the business. */
  today: string
  businessName: string
}

export const BuilderContext = createContext<BuilderFacts | null>(null)

export function useBuilder() {
  const facts = useContext(BuilderContext)
  if (!facts) throw new Error('This field belongs inside the builder.')
  return facts
}
