'use client'

import { cx } from '@/components/ui/class-names'
import { useLocale } from './locale'

const STYLES = {
  time: { timeStyle: 'short' },
  date: { dateStyle: 'medium' },
  full: { dateStyle: 'medium', timeStyle: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

type Props = { at: string; show?: keyof typeof STYLES; className?: string }

/** An instant (ISO 8601) on the clock of the business; the full date and zone on hover. */
export function Moment({ at, show = 'full', className }: Props) {
  const { locale, timeZone } = useLocale()
  const format = (style: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...style, timeZone }).format(new Date(at))

  return (
    <time
      dateTime={at}
      title={`${format(STYLES.full)} (${timeZone})`}
      className={cx('whitespace-nowrap', className)}
    >
      {format(STYLES[show])}
    </time>
  )
}
