'use client'

import { createContext, type ReactNode, useContext } from 'react'

type Locale = {
  locale: string
  timeZone: string
  /** How far Stripe's clock is ahead of the server's, in milliseconds. */
  aheadMs: number
}

// The server decides both, so that its page and the browser's say the same.
const LocaleContext = createContext<Locale>({ locale: 'en-US', timeZone: 'UTC', aheadMs: 0 })

export function LocaleProvider({ locale, timeZone, aheadMs, children }: Locale & { children: ReactNode }) {
  'use memo'
  return <LocaleContext value={{ locale, timeZone, aheadMs }}>{children}</LocaleContext>
}

/** How the reader writes numbers and dates, and the zone of the business. */
export function useLocale() {
  return useContext(LocaleContext)
}
