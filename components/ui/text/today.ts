'use client'

import { useSyncExternalStore } from 'react'
import { todayIn } from '@/lib/dates'
import { useLocale } from './locale'

const MINUTE_MS = 60_000

/** The calendar date of the business, on a page that may stay open past midnight. */
export function useToday() {
  const { timeZone } = useLocale()
  const today = () => todayIn(timeZone, new Date())
  return useSyncExternalStore(everyMinute, today, today)
}

function everyMinute(listener: () => void) {
  const timer = setInterval(listener, MINUTE_MS)
  return () => clearInterval(timer)
}
