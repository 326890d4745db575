'use client'

import { createContext, type ReactNode, useContext } from 'react'

type Locale = { locale: string; timeZone: string }

// The server decides both, so that its page and the browser's say the same.
const LocaleContext = createContext<Locale>({ locale: 'en-US', timeZone: 'UTC' })

export function LocaleProvider({ locale, timeZone, children }: Locale & { children: ReactNode }) {
  return <LocaleContext value={{ locale, timeZone }}>{children}</LocaleContext>
}

/** How the reader writes numbers and dates, and the zone of the business. */
export function useLocale() {
  return useContext(LocaleContext)
}
