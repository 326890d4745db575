'use client'

import { formatDate } from '@/lib/dates'
import { useLocale } from './locale'

/** A calendar date (`YYYY-MM-DD`) in the reader's words. */
export function Day({ date, className }: { date: string; className?: string }) {
  const { locale } = useLocale()
  return (
    <time dateTime={date} className={className}>
      {formatDate(date, locale)}
    </time>
  )
}
