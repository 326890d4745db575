'use client'

import { createContext, useContext } from 'react'

/** What the fields of the builder need besides the form. */
export type BuilderFacts = {
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
