'use client'

import { useSyncExternalStore } from 'react'
import { clock } from '@/lib/clock'
import { todayIn } from '@/lib/dates'
import { useLocale } from './locale'

const MINUTE_MS = 60_000

/**
 * The calendar date of the business, on a page that may stay open past midnight: the browser's clock, with the
 * difference that the server has learnt.
 */
export function useToday() {
  const { timeZone, aheadMs } = useLocale()
  const today = () => todayIn(timeZone, new Date(clock.wall().getTime() + aheadMs))
  return useSyncExternalStore(everyMinute, today, today)
}

function everyMinute(listener: () => void) {
  const timer = setInterval(listener, MINUTE_MS)
  return () => clearInterval(timer)
}
